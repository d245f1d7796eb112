import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 9800:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;

__webpack_unused_export__ = ({ value: true });
exports.wT = __webpack_unused_export__ = void 0;
const ed5 = __nccwpck_require__(6950);
const ed2 = __nccwpck_require__(4488);
const NSed3 = __nccwpck_require__(5699);
var isS = ed5.isS;
var isChar10 = ed5.isChar;
var isNameStartChar = ed5.isNameStartChar;
var isNameChar = ed5.isNameChar;
var S_LIST = ed5.S_LIST;
var NAME_RE = ed5.NAME_RE;
var isChar11 = ed2.isChar;
var isNCNameStartChar = NSed3.isNCNameStartChar;
var isNCNameChar = NSed3.isNCNameChar;
var NC_NAME_RE = NSed3.NC_NAME_RE;
const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
const XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/";
const rootNS = {
    // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment
    __proto__: null,
    xml: XML_NAMESPACE,
    xmlns: XMLNS_NAMESPACE,
};
const XML_ENTITIES = {
    // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment
    __proto__: null,
    amp: "&",
    gt: ">",
    lt: "<",
    quot: "\"",
    apos: "'",
};
// EOC: end-of-chunk
const EOC = -1;
const NL_LIKE = -2;
const S_BEGIN = 0; // Initial state.
const S_BEGIN_WHITESPACE = 1; // leading whitespace
const S_DOCTYPE = 2; // <!DOCTYPE
const S_DOCTYPE_QUOTE = 3; // <!DOCTYPE "//blah
const S_DTD = 4; // <!DOCTYPE "//blah" [ ...
const S_DTD_QUOTED = 5; // <!DOCTYPE "//blah" [ "foo
const S_DTD_OPEN_WAKA = 6;
const S_DTD_OPEN_WAKA_BANG = 7;
const S_DTD_COMMENT = 8; // <!--
const S_DTD_COMMENT_ENDING = 9; // <!-- blah -
const S_DTD_COMMENT_ENDED = 10; // <!-- blah --
const S_DTD_PI = 11; // <?
const S_DTD_PI_ENDING = 12; // <?hi "there" ?
const S_TEXT = 13; // general stuff
const S_ENTITY = 14; // &amp and such
const S_OPEN_WAKA = 15; // <
const S_OPEN_WAKA_BANG = 16; // <!...
const S_COMMENT = 17; // <!--
const S_COMMENT_ENDING = 18; // <!-- blah -
const S_COMMENT_ENDED = 19; // <!-- blah --
const S_CDATA = 20; // <![CDATA[ something
const S_CDATA_ENDING = 21; // ]
const S_CDATA_ENDING_2 = 22; // ]]
const S_PI_FIRST_CHAR = 23; // <?hi, first char
const S_PI_REST = 24; // <?hi, rest of the name
const S_PI_BODY = 25; // <?hi there
const S_PI_ENDING = 26; // <?hi "there" ?
const S_XML_DECL_NAME_START = 27; // <?xml
const S_XML_DECL_NAME = 28; // <?xml foo
const S_XML_DECL_EQ = 29; // <?xml foo=
const S_XML_DECL_VALUE_START = 30; // <?xml foo=
const S_XML_DECL_VALUE = 31; // <?xml foo="bar"
const S_XML_DECL_SEPARATOR = 32; // <?xml foo="bar"
const S_XML_DECL_ENDING = 33; // <?xml ... ?
const S_OPEN_TAG = 34; // <strong
const S_OPEN_TAG_SLASH = 35; // <strong /
const S_ATTRIB = 36; // <a
const S_ATTRIB_NAME = 37; // <a foo
const S_ATTRIB_NAME_SAW_WHITE = 38; // <a foo _
const S_ATTRIB_VALUE = 39; // <a foo=
const S_ATTRIB_VALUE_QUOTED = 40; // <a foo="bar
const S_ATTRIB_VALUE_CLOSED = 41; // <a foo="bar"
const S_ATTRIB_VALUE_UNQUOTED = 42; // <a foo=bar
const S_CLOSE_TAG = 43; // </a
const S_CLOSE_TAG_SAW_WHITE = 44; // </a   >
const TAB = 9;
const NL = 0xA;
const CR = 0xD;
const SPACE = 0x20;
const BANG = 0x21;
const DQUOTE = 0x22;
const AMP = 0x26;
const SQUOTE = 0x27;
const MINUS = 0x2D;
const FORWARD_SLASH = 0x2F;
const SEMICOLON = 0x3B;
const LESS = 0x3C;
const EQUAL = 0x3D;
const GREATER = 0x3E;
const QUESTION = 0x3F;
const OPEN_BRACKET = 0x5B;
const CLOSE_BRACKET = 0x5D;
const NEL = 0x85;
const LS = 0x2028; // Line Separator
const isQuote = (c) => c === DQUOTE || c === SQUOTE;
const QUOTES = [DQUOTE, SQUOTE];
const DOCTYPE_TERMINATOR = [...QUOTES, OPEN_BRACKET, GREATER];
const DTD_TERMINATOR = [...QUOTES, LESS, CLOSE_BRACKET];
const XML_DECL_NAME_TERMINATOR = [EQUAL, QUESTION, ...S_LIST];
const ATTRIB_VALUE_UNQUOTED_TERMINATOR = [...S_LIST, GREATER, AMP, LESS];
function nsPairCheck(parser, prefix, uri) {
    switch (prefix) {
        case "xml":
            if (uri !== XML_NAMESPACE) {
                parser.fail(`xml prefix must be bound to ${XML_NAMESPACE}.`);
            }
            break;
        case "xmlns":
            if (uri !== XMLNS_NAMESPACE) {
                parser.fail(`xmlns prefix must be bound to ${XMLNS_NAMESPACE}.`);
            }
            break;
        default:
    }
    switch (uri) {
        case XMLNS_NAMESPACE:
            parser.fail(prefix === "" ?
                `the default namespace may not be set to ${uri}.` :
                `may not assign a prefix (even "xmlns") to the URI \
${XMLNS_NAMESPACE}.`);
            break;
        case XML_NAMESPACE:
            switch (prefix) {
                case "xml":
                    // Assinging the XML namespace to "xml" is fine.
                    break;
                case "":
                    parser.fail(`the default namespace may not be set to ${uri}.`);
                    break;
                default:
                    parser.fail("may not assign the xml namespace to another prefix.");
            }
            break;
        default:
    }
}
function nsMappingCheck(parser, mapping) {
    for (const local of Object.keys(mapping)) {
        nsPairCheck(parser, local, mapping[local]);
    }
}
const isNCName = (name) => NC_NAME_RE.test(name);
const isName = (name) => NAME_RE.test(name);
const FORBIDDEN_START = 0;
const FORBIDDEN_BRACKET = 1;
const FORBIDDEN_BRACKET_BRACKET = 2;
/**
 * The list of supported events.
 */
__webpack_unused_export__ = [
    "xmldecl",
    "text",
    "processinginstruction",
    "doctype",
    "comment",
    "opentagstart",
    "attribute",
    "opentag",
    "closetag",
    "cdata",
    "error",
    "end",
    "ready",
];
const EVENT_NAME_TO_HANDLER_NAME = {
    xmldecl: "xmldeclHandler",
    text: "textHandler",
    processinginstruction: "piHandler",
    doctype: "doctypeHandler",
    comment: "commentHandler",
    opentagstart: "openTagStartHandler",
    attribute: "attributeHandler",
    opentag: "openTagHandler",
    closetag: "closeTagHandler",
    cdata: "cdataHandler",
    error: "errorHandler",
    end: "endHandler",
    ready: "readyHandler",
};
// eslint-disable-next-line @typescript-eslint/ban-types
class SaxesParser {
    /**
     * @param opt The parser options.
     */
    constructor(opt) {
        this.opt = opt !== null && opt !== void 0 ? opt : {};
        this.fragmentOpt = !!this.opt.fragment;
        const xmlnsOpt = this.xmlnsOpt = !!this.opt.xmlns;
        this.trackPosition = this.opt.position !== false;
        this.fileName = this.opt.fileName;
        if (xmlnsOpt) {
            // This is the function we use to perform name checks on PIs and entities.
            // When namespaces are used, colons are not allowed in PI target names or
            // entity names. So the check depends on whether namespaces are used. See:
            //
            // https://www.w3.org/XML/xml-names-19990114-errata.html
            // NE08
            //
            this.nameStartCheck = isNCNameStartChar;
            this.nameCheck = isNCNameChar;
            this.isName = isNCName;
            // eslint-disable-next-line @typescript-eslint/unbound-method
            this.processAttribs = this.processAttribsNS;
            // eslint-disable-next-line @typescript-eslint/unbound-method
            this.pushAttrib = this.pushAttribNS;
            // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment
            this.ns = Object.assign({ __proto__: null }, rootNS);
            const additional = this.opt.additionalNamespaces;
            if (additional != null) {
                nsMappingCheck(this, additional);
                Object.assign(this.ns, additional);
            }
        }
        else {
            this.nameStartCheck = isNameStartChar;
            this.nameCheck = isNameChar;
            this.isName = isName;
            // eslint-disable-next-line @typescript-eslint/unbound-method
            this.processAttribs = this.processAttribsPlain;
            // eslint-disable-next-line @typescript-eslint/unbound-method
            this.pushAttrib = this.pushAttribPlain;
        }
        //
        // The order of the members in this table needs to correspond to the state
        // numbers given to the states that correspond to the methods being recorded
        // here.
        //
        this.stateTable = [
            /* eslint-disable @typescript-eslint/unbound-method */
            this.sBegin,
            this.sBeginWhitespace,
            this.sDoctype,
            this.sDoctypeQuote,
            this.sDTD,
            this.sDTDQuoted,
            this.sDTDOpenWaka,
            this.sDTDOpenWakaBang,
            this.sDTDComment,
            this.sDTDCommentEnding,
            this.sDTDCommentEnded,
            this.sDTDPI,
            this.sDTDPIEnding,
            this.sText,
            this.sEntity,
            this.sOpenWaka,
            this.sOpenWakaBang,
            this.sComment,
            this.sCommentEnding,
            this.sCommentEnded,
            this.sCData,
            this.sCDataEnding,
            this.sCDataEnding2,
            this.sPIFirstChar,
            this.sPIRest,
            this.sPIBody,
            this.sPIEnding,
            this.sXMLDeclNameStart,
            this.sXMLDeclName,
            this.sXMLDeclEq,
            this.sXMLDeclValueStart,
            this.sXMLDeclValue,
            this.sXMLDeclSeparator,
            this.sXMLDeclEnding,
            this.sOpenTag,
            this.sOpenTagSlash,
            this.sAttrib,
            this.sAttribName,
            this.sAttribNameSawWhite,
            this.sAttribValue,
            this.sAttribValueQuoted,
            this.sAttribValueClosed,
            this.sAttribValueUnquoted,
            this.sCloseTag,
            this.sCloseTagSawWhite,
            /* eslint-enable @typescript-eslint/unbound-method */
        ];
        this._init();
    }
    /**
     * Indicates whether or not the parser is closed. If ``true``, wait for
     * the ``ready`` event to write again.
     */
    get closed() {
        return this._closed;
    }
    _init() {
        var _a;
        this.openWakaBang = "";
        this.text = "";
        this.name = "";
        this.piTarget = "";
        this.entity = "";
        this.q = null;
        this.tags = [];
        this.tag = null;
        this.topNS = null;
        this.chunk = "";
        this.chunkPosition = 0;
        this.i = 0;
        this.prevI = 0;
        this.carriedFromPrevious = undefined;
        this.forbiddenState = FORBIDDEN_START;
        this.attribList = [];
        // The logic is organized so as to minimize the need to check
        // this.opt.fragment while parsing.
        const { fragmentOpt } = this;
        this.state = fragmentOpt ? S_TEXT : S_BEGIN;
        // We want these to be all true if we are dealing with a fragment.
        this.reportedTextBeforeRoot = this.reportedTextAfterRoot = this.closedRoot =
            this.sawRoot = fragmentOpt;
        // An XML declaration is intially possible only when parsing whole
        // documents.
        this.xmlDeclPossible = !fragmentOpt;
        this.xmlDeclExpects = ["version"];
        this.entityReturnState = undefined;
        let { defaultXMLVersion } = this.opt;
        if (defaultXMLVersion === undefined) {
            if (this.opt.forceXMLVersion === true) {
                throw new Error("forceXMLVersion set but defaultXMLVersion is not set");
            }
            defaultXMLVersion = "1.0";
        }
        this.setXMLVersion(defaultXMLVersion);
        this.positionAtNewLine = 0;
        this.doctype = false;
        this._closed = false;
        this.xmlDecl = {
            version: undefined,
            encoding: undefined,
            standalone: undefined,
        };
        this.line = 1;
        this.column = 0;
        this.ENTITIES = Object.create(XML_ENTITIES);
        (_a = this.readyHandler) === null || _a === void 0 ? void 0 : _a.call(this);
    }
    /**
     * The stream position the parser is currently looking at. This field is
     * zero-based.
     *
     * This field is not based on counting Unicode characters but is to be
     * interpreted as a plain index into a JavaScript string.
     */
    get position() {
        return this.chunkPosition + this.i;
    }
    /**
     * The column number of the next character to be read by the parser.  *
     * This field is zero-based. (The first column in a line is 0.)
     *
     * This field reports the index at which the next character would be in the
     * line if the line were represented as a JavaScript string.  Note that this
     * *can* be different to a count based on the number of *Unicode characters*
     * due to how JavaScript handles astral plane characters.
     *
     * See [[column]] for a number that corresponds to a count of Unicode
     * characters.
     */
    get columnIndex() {
        return this.position - this.positionAtNewLine;
    }
    /**
     * Set an event listener on an event. The parser supports one handler per
     * event type. If you try to set an event handler over an existing handler,
     * the old handler is silently overwritten.
     *
     * @param name The event to listen to.
     *
     * @param handler The handler to set.
     */
    on(name, handler) {
        // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-member-access
        this[EVENT_NAME_TO_HANDLER_NAME[name]] = handler;
    }
    /**
     * Unset an event handler.
     *
     * @parma name The event to stop listening to.
     */
    off(name) {
        // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-member-access
        this[EVENT_NAME_TO_HANDLER_NAME[name]] = undefined;
    }
    /**
     * Make an error object. The error object will have a message that contains
     * the ``fileName`` option passed at the creation of the parser. If position
     * tracking was turned on, it will also have line and column number
     * information.
     *
     * @param message The message describing the error to report.
     *
     * @returns An error object with a properly formatted message.
     */
    makeError(message) {
        var _a;
        let msg = (_a = this.fileName) !== null && _a !== void 0 ? _a : "";
        if (this.trackPosition) {
            if (msg.length > 0) {
                msg += ":";
            }
            msg += `${this.line}:${this.column}`;
        }
        if (msg.length > 0) {
            msg += ": ";
        }
        return new Error(msg + message);
    }
    /**
     * Report a parsing error. This method is made public so that client code may
     * check for issues that are outside the scope of this project and can report
     * errors.
     *
     * @param message The error to report.
     *
     * @returns this
     */
    fail(message) {
        const err = this.makeError(message);
        const handler = this.errorHandler;
        if (handler === undefined) {
            throw err;
        }
        else {
            handler(err);
        }
        return this;
    }
    /**
     * Write a XML data to the parser.
     *
     * @param chunk The XML data to write.
     *
     * @returns this
     */
    // We do need object for the type here. Yes, it often causes problems
    // but not in this case.
    write(chunk) {
        if (this.closed) {
            return this.fail("cannot write after close; assign an onready handler.");
        }
        let end = false;
        if (chunk === null) {
            // We cannot return immediately because carriedFromPrevious may need
            // processing.
            end = true;
            chunk = "";
        }
        else if (typeof chunk === "object") {
            chunk = chunk.toString();
        }
        // We checked if performing a pre-decomposition of the string into an array
        // of single complete characters (``Array.from(chunk)``) would be faster
        // than the current repeated calls to ``charCodeAt``. As of August 2018, it
        // isn't. (There may be Node-specific code that would perform faster than
        // ``Array.from`` but don't want to be dependent on Node.)
        if (this.carriedFromPrevious !== undefined) {
            // The previous chunk had char we must carry over.
            chunk = `${this.carriedFromPrevious}${chunk}`;
            this.carriedFromPrevious = undefined;
        }
        let limit = chunk.length;
        const lastCode = chunk.charCodeAt(limit - 1);
        if (!end &&
            // A trailing CR or surrogate must be carried over to the next
            // chunk.
            (lastCode === CR || (lastCode >= 0xD800 && lastCode <= 0xDBFF))) {
            // The chunk ends with a character that must be carried over. We cannot
            // know how to handle it until we get the next chunk or the end of the
            // stream. So save it for later.
            this.carriedFromPrevious = chunk[limit - 1];
            limit--;
            chunk = chunk.slice(0, limit);
        }
        const { stateTable } = this;
        this.chunk = chunk;
        this.i = 0;
        while (this.i < limit) {
            // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-argument
            stateTable[this.state].call(this);
        }
        this.chunkPosition += limit;
        return end ? this.end() : this;
    }
    /**
     * Close the current stream. Perform final well-formedness checks and reset
     * the parser tstate.
     *
     * @returns this
     */
    close() {
        return this.write(null);
    }
    /**
     * Get a single code point out of the current chunk. This updates the current
     * position if we do position tracking.
     *
     * This is the algorithm to use for XML 1.0.
     *
     * @returns The character read.
     */
    getCode10() {
        const { chunk, i } = this;
        this.prevI = i;
        // Yes, we do this instead of doing this.i++. Doing it this way, we do not
        // read this.i again, which is a bit faster.
        this.i = i + 1;
        if (i >= chunk.length) {
            return EOC;
        }
        // Using charCodeAt and handling the surrogates ourselves is faster
        // than using codePointAt.
        const code = chunk.charCodeAt(i);
        this.column++;
        if (code < 0xD800) {
            if (code >= SPACE || code === TAB) {
                return code;
            }
            switch (code) {
                case NL:
                    this.line++;
                    this.column = 0;
                    this.positionAtNewLine = this.position;
                    return NL;
                case CR:
                    // We may get NaN if we read past the end of the chunk, which is fine.
                    if (chunk.charCodeAt(i + 1) === NL) {
                        // A \r\n sequence is converted to \n so we have to skip over the
                        // next character. We already know it has a size of 1 so ++ is fine
                        // here.
                        this.i = i + 2;
                    }
                    // Otherwise, a \r is just converted to \n, so we don't have to skip
                    // ahead.
                    // In either case, \r becomes \n.
                    this.line++;
                    this.column = 0;
                    this.positionAtNewLine = this.position;
                    return NL_LIKE;
                default:
                    // If we get here, then code < SPACE and it is not NL CR or TAB.
                    this.fail("disallowed character.");
                    return code;
            }
        }
        if (code > 0xDBFF) {
            // This is a specialized version of isChar10 that takes into account
            // that in this context code > 0xDBFF and code <= 0xFFFF. So it does not
            // test cases that don't need testing.
            if (!(code >= 0xE000 && code <= 0xFFFD)) {
                this.fail("disallowed character.");
            }
            return code;
        }
        const final = 0x10000 + ((code - 0xD800) * 0x400) +
            (chunk.charCodeAt(i + 1) - 0xDC00);
        this.i = i + 2;
        // This is a specialized version of isChar10 that takes into account that in
        // this context necessarily final >= 0x10000.
        if (final > 0x10FFFF) {
            this.fail("disallowed character.");
        }
        return final;
    }
    /**
     * Get a single code point out of the current chunk. This updates the current
     * position if we do position tracking.
     *
     * This is the algorithm to use for XML 1.1.
     *
     * @returns {number} The character read.
     */
    getCode11() {
        const { chunk, i } = this;
        this.prevI = i;
        // Yes, we do this instead of doing this.i++. Doing it this way, we do not
        // read this.i again, which is a bit faster.
        this.i = i + 1;
        if (i >= chunk.length) {
            return EOC;
        }
        // Using charCodeAt and handling the surrogates ourselves is faster
        // than using codePointAt.
        const code = chunk.charCodeAt(i);
        this.column++;
        if (code < 0xD800) {
            if ((code > 0x1F && code < 0x7F) || (code > 0x9F && code !== LS) ||
                code === TAB) {
                return code;
            }
            switch (code) {
                case NL: // 0xA
                    this.line++;
                    this.column = 0;
                    this.positionAtNewLine = this.position;
                    return NL;
                case CR: { // 0xD
                    // We may get NaN if we read past the end of the chunk, which is
                    // fine.
                    const next = chunk.charCodeAt(i + 1);
                    if (next === NL || next === NEL) {
                        // A CR NL or CR NEL sequence is converted to NL so we have to skip
                        // over the next character. We already know it has a size of 1.
                        this.i = i + 2;
                    }
                    // Otherwise, a CR is just converted to NL, no skip.
                }
                /* yes, fall through */
                case NEL: // 0x85
                case LS: // Ox2028
                    this.line++;
                    this.column = 0;
                    this.positionAtNewLine = this.position;
                    return NL_LIKE;
                default:
                    this.fail("disallowed character.");
                    return code;
            }
        }
        if (code > 0xDBFF) {
            // This is a specialized version of isCharAndNotRestricted that takes into
            // account that in this context code > 0xDBFF and code <= 0xFFFF. So it
            // does not test cases that don't need testing.
            if (!(code >= 0xE000 && code <= 0xFFFD)) {
                this.fail("disallowed character.");
            }
            return code;
        }
        const final = 0x10000 + ((code - 0xD800) * 0x400) +
            (chunk.charCodeAt(i + 1) - 0xDC00);
        this.i = i + 2;
        // This is a specialized version of isCharAndNotRestricted that takes into
        // account that in this context necessarily final >= 0x10000.
        if (final > 0x10FFFF) {
            this.fail("disallowed character.");
        }
        return final;
    }
    /**
     * Like ``getCode`` but with the return value normalized so that ``NL`` is
     * returned for ``NL_LIKE``.
     */
    getCodeNorm() {
        const c = this.getCode();
        return c === NL_LIKE ? NL : c;
    }
    unget() {
        this.i = this.prevI;
        this.column--;
    }
    /**
     * Capture characters into a buffer until encountering one of a set of
     * characters.
     *
     * @param chars An array of codepoints. Encountering a character in the array
     * ends the capture. (``chars`` may safely contain ``NL``.)
     *
     * @return The character code that made the capture end, or ``EOC`` if we hit
     * the end of the chunk. The return value cannot be NL_LIKE: NL is returned
     * instead.
     */
    captureTo(chars) {
        let { i: start } = this;
        const { chunk } = this;
        // eslint-disable-next-line no-constant-condition
        while (true) {
            const c = this.getCode();
            const isNLLike = c === NL_LIKE;
            const final = isNLLike ? NL : c;
            if (final === EOC || chars.includes(final)) {
                this.text += chunk.slice(start, this.prevI);
                return final;
            }
            if (isNLLike) {
                this.text += `${chunk.slice(start, this.prevI)}\n`;
                start = this.i;
            }
        }
    }
    /**
     * Capture characters into a buffer until encountering a character.
     *
     * @param char The codepoint that ends the capture. **NOTE ``char`` MAY NOT
     * CONTAIN ``NL``.** Passing ``NL`` will result in buggy behavior.
     *
     * @return ``true`` if we ran into the character. Otherwise, we ran into the
     * end of the current chunk.
     */
    captureToChar(char) {
        let { i: start } = this;
        const { chunk } = this;
        // eslint-disable-next-line no-constant-condition
        while (true) {
            let c = this.getCode();
            switch (c) {
                case NL_LIKE:
                    this.text += `${chunk.slice(start, this.prevI)}\n`;
                    start = this.i;
                    c = NL;
                    break;
                case EOC:
                    this.text += chunk.slice(start);
                    return false;
                default:
            }
            if (c === char) {
                this.text += chunk.slice(start, this.prevI);
                return true;
            }
        }
    }
    /**
     * Capture characters that satisfy ``isNameChar`` into the ``name`` field of
     * this parser.
     *
     * @return The character code that made the test fail, or ``EOC`` if we hit
     * the end of the chunk. The return value cannot be NL_LIKE: NL is returned
     * instead.
     */
    captureNameChars() {
        const { chunk, i: start } = this;
        // eslint-disable-next-line no-constant-condition
        while (true) {
            const c = this.getCode();
            if (c === EOC) {
                this.name += chunk.slice(start);
                return EOC;
            }
            // NL is not a name char so we don't have to test specifically for it.
            if (!isNameChar(c)) {
                this.name += chunk.slice(start, this.prevI);
                return c === NL_LIKE ? NL : c;
            }
        }
    }
    /**
     * Skip white spaces.
     *
     * @return The character that ended the skip, or ``EOC`` if we hit
     * the end of the chunk. The return value cannot be NL_LIKE: NL is returned
     * instead.
     */
    skipSpaces() {
        // eslint-disable-next-line no-constant-condition
        while (true) {
            const c = this.getCodeNorm();
            if (c === EOC || !isS(c)) {
                return c;
            }
        }
    }
    setXMLVersion(version) {
        this.currentXMLVersion = version;
        /*  eslint-disable @typescript-eslint/unbound-method */
        if (version === "1.0") {
            this.isChar = isChar10;
            this.getCode = this.getCode10;
        }
        else {
            this.isChar = isChar11;
            this.getCode = this.getCode11;
        }
        /* eslint-enable @typescript-eslint/unbound-method */
    }
    // STATE ENGINE METHODS
    // This needs to be a state separate from S_BEGIN_WHITESPACE because we want
    // to be sure never to come back to this state later.
    sBegin() {
        // We are essentially peeking at the first character of the chunk. Since
        // S_BEGIN can be in effect only when we start working on the first chunk,
        // the index at which we must look is necessarily 0. Note also that the
        // following test does not depend on decoding surrogates.
        // If the initial character is 0xFEFF, ignore it.
        if (this.chunk.charCodeAt(0) === 0xFEFF) {
            this.i++;
            this.column++;
        }
        this.state = S_BEGIN_WHITESPACE;
    }
    sBeginWhitespace() {
        // We need to know whether we've encountered spaces or not because as soon
        // as we run into a space, an XML declaration is no longer possible. Rather
        // than slow down skipSpaces even in places where we don't care whether it
        // skipped anything or not, we check whether prevI is equal to the value of
        // i from before we skip spaces.
        const iBefore = this.i;
        const c = this.skipSpaces();
        if (this.prevI !== iBefore) {
            this.xmlDeclPossible = false;
        }
        switch (c) {
            case LESS:
                this.state = S_OPEN_WAKA;
                // We could naively call closeText but in this state, it is not normal
                // to have text be filled with any data.
                if (this.text.length !== 0) {
                    throw new Error("no-empty text at start");
                }
                break;
            case EOC:
                break;
            default:
                this.unget();
                this.state = S_TEXT;
                this.xmlDeclPossible = false;
        }
    }
    sDoctype() {
        var _a;
        const c = this.captureTo(DOCTYPE_TERMINATOR);
        switch (c) {
            case GREATER: {
                (_a = this.doctypeHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.text);
                this.text = "";
                this.state = S_TEXT;
                this.doctype = true; // just remember that we saw it.
                break;
            }
            case EOC:
                break;
            default:
                this.text += String.fromCodePoint(c);
                if (c === OPEN_BRACKET) {
                    this.state = S_DTD;
                }
                else if (isQuote(c)) {
                    this.state = S_DOCTYPE_QUOTE;
                    this.q = c;
                }
        }
    }
    sDoctypeQuote() {
        const q = this.q;
        if (this.captureToChar(q)) {
            this.text += String.fromCodePoint(q);
            this.q = null;
            this.state = S_DOCTYPE;
        }
    }
    sDTD() {
        const c = this.captureTo(DTD_TERMINATOR);
        if (c === EOC) {
            return;
        }
        this.text += String.fromCodePoint(c);
        if (c === CLOSE_BRACKET) {
            this.state = S_DOCTYPE;
        }
        else if (c === LESS) {
            this.state = S_DTD_OPEN_WAKA;
        }
        else if (isQuote(c)) {
            this.state = S_DTD_QUOTED;
            this.q = c;
        }
    }
    sDTDQuoted() {
        const q = this.q;
        if (this.captureToChar(q)) {
            this.text += String.fromCodePoint(q);
            this.state = S_DTD;
            this.q = null;
        }
    }
    sDTDOpenWaka() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        switch (c) {
            case BANG:
                this.state = S_DTD_OPEN_WAKA_BANG;
                this.openWakaBang = "";
                break;
            case QUESTION:
                this.state = S_DTD_PI;
                break;
            default:
                this.state = S_DTD;
        }
    }
    sDTDOpenWakaBang() {
        const char = String.fromCodePoint(this.getCodeNorm());
        const owb = this.openWakaBang += char;
        this.text += char;
        if (owb !== "-") {
            this.state = owb === "--" ? S_DTD_COMMENT : S_DTD;
            this.openWakaBang = "";
        }
    }
    sDTDComment() {
        if (this.captureToChar(MINUS)) {
            this.text += "-";
            this.state = S_DTD_COMMENT_ENDING;
        }
    }
    sDTDCommentEnding() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        this.state = c === MINUS ? S_DTD_COMMENT_ENDED : S_DTD_COMMENT;
    }
    sDTDCommentEnded() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        if (c === GREATER) {
            this.state = S_DTD;
        }
        else {
            this.fail("malformed comment.");
            // <!-- blah -- bloo --> will be recorded as
            // a comment of " blah -- bloo "
            this.state = S_DTD_COMMENT;
        }
    }
    sDTDPI() {
        if (this.captureToChar(QUESTION)) {
            this.text += "?";
            this.state = S_DTD_PI_ENDING;
        }
    }
    sDTDPIEnding() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        if (c === GREATER) {
            this.state = S_DTD;
        }
    }
    sText() {
        //
        // We did try a version of saxes where the S_TEXT state was split in two
        // states: one for text inside the root element, and one for text
        // outside. This was avoiding having to test this.tags.length to decide
        // what implementation to actually use.
        //
        // Peformance testing on gigabyte-size files did not show any advantage to
        // using the two states solution instead of the current one. Conversely, it
        // made the code a bit more complicated elsewhere. For instance, a comment
        // can appear before the root element so when a comment ended it was
        // necessary to determine whether to return to the S_TEXT state or to the
        // new text-outside-root state.
        //
        if (this.tags.length !== 0) {
            this.handleTextInRoot();
        }
        else {
            this.handleTextOutsideRoot();
        }
    }
    sEntity() {
        // This is essentially a specialized version of captureToChar(SEMICOLON...)
        let { i: start } = this;
        const { chunk } = this;
        // eslint-disable-next-line no-labels, no-restricted-syntax
        loop: 
        // eslint-disable-next-line no-constant-condition
        while (true) {
            switch (this.getCode()) {
                case NL_LIKE:
                    this.entity += `${chunk.slice(start, this.prevI)}\n`;
                    start = this.i;
                    break;
                case SEMICOLON: {
                    const { entityReturnState } = this;
                    const entity = this.entity + chunk.slice(start, this.prevI);
                    this.state = entityReturnState;
                    let parsed;
                    if (entity === "") {
                        this.fail("empty entity name.");
                        parsed = "&;";
                    }
                    else {
                        parsed = this.parseEntity(entity);
                        this.entity = "";
                    }
                    if (entityReturnState !== S_TEXT || this.textHandler !== undefined) {
                        this.text += parsed;
                    }
                    // eslint-disable-next-line no-labels
                    break loop;
                }
                case EOC:
                    this.entity += chunk.slice(start);
                    // eslint-disable-next-line no-labels
                    break loop;
                default:
            }
        }
    }
    sOpenWaka() {
        // Reminder: a state handler is called with at least one character
        // available in the current chunk. So the first call to get code inside of
        // a state handler cannot return ``EOC``. That's why we don't test
        // for it.
        const c = this.getCode();
        // either a /, ?, !, or text is coming next.
        if (isNameStartChar(c)) {
            this.state = S_OPEN_TAG;
            this.unget();
            this.xmlDeclPossible = false;
        }
        else {
            switch (c) {
                case FORWARD_SLASH:
                    this.state = S_CLOSE_TAG;
                    this.xmlDeclPossible = false;
                    break;
                case BANG:
                    this.state = S_OPEN_WAKA_BANG;
                    this.openWakaBang = "";
                    this.xmlDeclPossible = false;
                    break;
                case QUESTION:
                    this.state = S_PI_FIRST_CHAR;
                    break;
                default:
                    this.fail("disallowed character in tag name");
                    this.state = S_TEXT;
                    this.xmlDeclPossible = false;
            }
        }
    }
    sOpenWakaBang() {
        this.openWakaBang += String.fromCodePoint(this.getCodeNorm());
        switch (this.openWakaBang) {
            case "[CDATA[":
                if (!this.sawRoot && !this.reportedTextBeforeRoot) {
                    this.fail("text data outside of root node.");
                    this.reportedTextBeforeRoot = true;
                }
                if (this.closedRoot && !this.reportedTextAfterRoot) {
                    this.fail("text data outside of root node.");
                    this.reportedTextAfterRoot = true;
                }
                this.state = S_CDATA;
                this.openWakaBang = "";
                break;
            case "--":
                this.state = S_COMMENT;
                this.openWakaBang = "";
                break;
            case "DOCTYPE":
                this.state = S_DOCTYPE;
                if (this.doctype || this.sawRoot) {
                    this.fail("inappropriately located doctype declaration.");
                }
                this.openWakaBang = "";
                break;
            default:
                // 7 happens to be the maximum length of the string that can possibly
                // match one of the cases above.
                if (this.openWakaBang.length >= 7) {
                    this.fail("incorrect syntax.");
                }
        }
    }
    sComment() {
        if (this.captureToChar(MINUS)) {
            this.state = S_COMMENT_ENDING;
        }
    }
    sCommentEnding() {
        var _a;
        const c = this.getCodeNorm();
        if (c === MINUS) {
            this.state = S_COMMENT_ENDED;
            (_a = this.commentHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.text);
            this.text = "";
        }
        else {
            this.text += `-${String.fromCodePoint(c)}`;
            this.state = S_COMMENT;
        }
    }
    sCommentEnded() {
        const c = this.getCodeNorm();
        if (c !== GREATER) {
            this.fail("malformed comment.");
            // <!-- blah -- bloo --> will be recorded as
            // a comment of " blah -- bloo "
            this.text += `--${String.fromCodePoint(c)}`;
            this.state = S_COMMENT;
        }
        else {
            this.state = S_TEXT;
        }
    }
    sCData() {
        if (this.captureToChar(CLOSE_BRACKET)) {
            this.state = S_CDATA_ENDING;
        }
    }
    sCDataEnding() {
        const c = this.getCodeNorm();
        if (c === CLOSE_BRACKET) {
            this.state = S_CDATA_ENDING_2;
        }
        else {
            this.text += `]${String.fromCodePoint(c)}`;
            this.state = S_CDATA;
        }
    }
    sCDataEnding2() {
        var _a;
        const c = this.getCodeNorm();
        switch (c) {
            case GREATER: {
                (_a = this.cdataHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.text);
                this.text = "";
                this.state = S_TEXT;
                break;
            }
            case CLOSE_BRACKET:
                this.text += "]";
                break;
            default:
                this.text += `]]${String.fromCodePoint(c)}`;
                this.state = S_CDATA;
        }
    }
    // We need this separate state to check the first character fo the pi target
    // with this.nameStartCheck which allows less characters than this.nameCheck.
    sPIFirstChar() {
        const c = this.getCodeNorm();
        // This is first because in the case where the file is well-formed this is
        // the branch taken. We optimize for well-formedness.
        if (this.nameStartCheck(c)) {
            this.piTarget += String.fromCodePoint(c);
            this.state = S_PI_REST;
        }
        else if (c === QUESTION || isS(c)) {
            this.fail("processing instruction without a target.");
            this.state = c === QUESTION ? S_PI_ENDING : S_PI_BODY;
        }
        else {
            this.fail("disallowed character in processing instruction name.");
            this.piTarget += String.fromCodePoint(c);
            this.state = S_PI_REST;
        }
    }
    sPIRest() {
        // Capture characters into a piTarget while ``this.nameCheck`` run on the
        // character read returns true.
        const { chunk, i: start } = this;
        // eslint-disable-next-line no-constant-condition
        while (true) {
            const c = this.getCodeNorm();
            if (c === EOC) {
                this.piTarget += chunk.slice(start);
                return;
            }
            // NL cannot satisfy this.nameCheck so we don't have to test specifically
            // for it.
            if (!this.nameCheck(c)) {
                this.piTarget += chunk.slice(start, this.prevI);
                const isQuestion = c === QUESTION;
                if (isQuestion || isS(c)) {
                    if (this.piTarget === "xml") {
                        if (!this.xmlDeclPossible) {
                            this.fail("an XML declaration must be at the start of the document.");
                        }
                        this.state = isQuestion ? S_XML_DECL_ENDING : S_XML_DECL_NAME_START;
                    }
                    else {
                        this.state = isQuestion ? S_PI_ENDING : S_PI_BODY;
                    }
                }
                else {
                    this.fail("disallowed character in processing instruction name.");
                    this.piTarget += String.fromCodePoint(c);
                }
                break;
            }
        }
    }
    sPIBody() {
        if (this.text.length === 0) {
            const c = this.getCodeNorm();
            if (c === QUESTION) {
                this.state = S_PI_ENDING;
            }
            else if (!isS(c)) {
                this.text = String.fromCodePoint(c);
            }
        }
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        else if (this.captureToChar(QUESTION)) {
            this.state = S_PI_ENDING;
        }
    }
    sPIEnding() {
        var _a;
        const c = this.getCodeNorm();
        if (c === GREATER) {
            const { piTarget } = this;
            if (piTarget.toLowerCase() === "xml") {
                this.fail("the XML declaration must appear at the start of the document.");
            }
            (_a = this.piHandler) === null || _a === void 0 ? void 0 : _a.call(this, {
                target: piTarget,
                body: this.text,
            });
            this.piTarget = this.text = "";
            this.state = S_TEXT;
        }
        else if (c === QUESTION) {
            // We ran into ?? as part of a processing instruction. We initially took
            // the first ? as a sign that the PI was ending, but it is not. So we have
            // to add it to the body but we take the new ? as a sign that the PI is
            // ending.
            this.text += "?";
        }
        else {
            this.text += `?${String.fromCodePoint(c)}`;
            this.state = S_PI_BODY;
        }
        this.xmlDeclPossible = false;
    }
    sXMLDeclNameStart() {
        const c = this.skipSpaces();
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            // It is valid to go to S_XML_DECL_ENDING from this state.
            this.state = S_XML_DECL_ENDING;
            return;
        }
        if (c !== EOC) {
            this.state = S_XML_DECL_NAME;
            this.name = String.fromCodePoint(c);
        }
    }
    sXMLDeclName() {
        const c = this.captureTo(XML_DECL_NAME_TERMINATOR);
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            this.state = S_XML_DECL_ENDING;
            this.name += this.text;
            this.text = "";
            this.fail("XML declaration is incomplete.");
            return;
        }
        if (!(isS(c) || c === EQUAL)) {
            return;
        }
        this.name += this.text;
        this.text = "";
        if (!this.xmlDeclExpects.includes(this.name)) {
            switch (this.name.length) {
                case 0:
                    this.fail("did not expect any more name/value pairs.");
                    break;
                case 1:
                    this.fail(`expected the name ${this.xmlDeclExpects[0]}.`);
                    break;
                default:
                    this.fail(`expected one of ${this.xmlDeclExpects.join(", ")}`);
            }
        }
        this.state = c === EQUAL ? S_XML_DECL_VALUE_START : S_XML_DECL_EQ;
    }
    sXMLDeclEq() {
        const c = this.getCodeNorm();
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            this.state = S_XML_DECL_ENDING;
            this.fail("XML declaration is incomplete.");
            return;
        }
        if (isS(c)) {
            return;
        }
        if (c !== EQUAL) {
            this.fail("value required.");
        }
        this.state = S_XML_DECL_VALUE_START;
    }
    sXMLDeclValueStart() {
        const c = this.getCodeNorm();
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            this.state = S_XML_DECL_ENDING;
            this.fail("XML declaration is incomplete.");
            return;
        }
        if (isS(c)) {
            return;
        }
        if (!isQuote(c)) {
            this.fail("value must be quoted.");
            this.q = SPACE;
        }
        else {
            this.q = c;
        }
        this.state = S_XML_DECL_VALUE;
    }
    sXMLDeclValue() {
        const c = this.captureTo([this.q, QUESTION]);
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            this.state = S_XML_DECL_ENDING;
            this.text = "";
            this.fail("XML declaration is incomplete.");
            return;
        }
        if (c === EOC) {
            return;
        }
        const value = this.text;
        this.text = "";
        switch (this.name) {
            case "version": {
                this.xmlDeclExpects = ["encoding", "standalone"];
                const version = value;
                this.xmlDecl.version = version;
                // This is the test specified by XML 1.0 but it is fine for XML 1.1.
                if (!/^1\.[0-9]+$/.test(version)) {
                    this.fail("version number must match /^1\\.[0-9]+$/.");
                }
                // When forceXMLVersion is set, the XML declaration is ignored.
                else if (!this.opt.forceXMLVersion) {
                    this.setXMLVersion(version);
                }
                break;
            }
            case "encoding":
                if (!/^[A-Za-z][A-Za-z0-9._-]*$/.test(value)) {
                    this.fail("encoding value must match \
/^[A-Za-z0-9][A-Za-z0-9._-]*$/.");
                }
                this.xmlDeclExpects = ["standalone"];
                this.xmlDecl.encoding = value;
                break;
            case "standalone":
                if (value !== "yes" && value !== "no") {
                    this.fail("standalone value must match \"yes\" or \"no\".");
                }
                this.xmlDeclExpects = [];
                this.xmlDecl.standalone = value;
                break;
            default:
            // We don't need to raise an error here since we've already raised one
            // when checking what name was expected.
        }
        this.name = "";
        this.state = S_XML_DECL_SEPARATOR;
    }
    sXMLDeclSeparator() {
        const c = this.getCodeNorm();
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            // It is valid to go to S_XML_DECL_ENDING from this state.
            this.state = S_XML_DECL_ENDING;
            return;
        }
        if (!isS(c)) {
            this.fail("whitespace required.");
            this.unget();
        }
        this.state = S_XML_DECL_NAME_START;
    }
    sXMLDeclEnding() {
        var _a;
        const c = this.getCodeNorm();
        if (c === GREATER) {
            if (this.piTarget !== "xml") {
                this.fail("processing instructions are not allowed before root.");
            }
            else if (this.name !== "version" &&
                this.xmlDeclExpects.includes("version")) {
                this.fail("XML declaration must contain a version.");
            }
            (_a = this.xmldeclHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.xmlDecl);
            this.name = "";
            this.piTarget = this.text = "";
            this.state = S_TEXT;
        }
        else {
            // We got here because the previous character was a ?, but the question
            // mark character is not valid inside any of the XML declaration
            // name/value pairs.
            this.fail("The character ? is disallowed anywhere in XML declarations.");
        }
        this.xmlDeclPossible = false;
    }
    sOpenTag() {
        var _a;
        const c = this.captureNameChars();
        if (c === EOC) {
            return;
        }
        const tag = this.tag = {
            name: this.name,
            attributes: Object.create(null),
        };
        this.name = "";
        if (this.xmlnsOpt) {
            this.topNS = tag.ns = Object.create(null);
        }
        (_a = this.openTagStartHandler) === null || _a === void 0 ? void 0 : _a.call(this, tag);
        this.sawRoot = true;
        if (!this.fragmentOpt && this.closedRoot) {
            this.fail("documents may contain only one root.");
        }
        switch (c) {
            case GREATER:
                this.openTag();
                break;
            case FORWARD_SLASH:
                this.state = S_OPEN_TAG_SLASH;
                break;
            default:
                if (!isS(c)) {
                    this.fail("disallowed character in tag name.");
                }
                this.state = S_ATTRIB;
        }
    }
    sOpenTagSlash() {
        if (this.getCode() === GREATER) {
            this.openSelfClosingTag();
        }
        else {
            this.fail("forward-slash in opening tag not followed by >.");
            this.state = S_ATTRIB;
        }
    }
    sAttrib() {
        const c = this.skipSpaces();
        if (c === EOC) {
            return;
        }
        if (isNameStartChar(c)) {
            this.unget();
            this.state = S_ATTRIB_NAME;
        }
        else if (c === GREATER) {
            this.openTag();
        }
        else if (c === FORWARD_SLASH) {
            this.state = S_OPEN_TAG_SLASH;
        }
        else {
            this.fail("disallowed character in attribute name.");
        }
    }
    sAttribName() {
        const c = this.captureNameChars();
        if (c === EQUAL) {
            this.state = S_ATTRIB_VALUE;
        }
        else if (isS(c)) {
            this.state = S_ATTRIB_NAME_SAW_WHITE;
        }
        else if (c === GREATER) {
            this.fail("attribute without value.");
            this.pushAttrib(this.name, this.name);
            this.name = this.text = "";
            this.openTag();
        }
        else if (c !== EOC) {
            this.fail("disallowed character in attribute name.");
        }
    }
    sAttribNameSawWhite() {
        const c = this.skipSpaces();
        switch (c) {
            case EOC:
                return;
            case EQUAL:
                this.state = S_ATTRIB_VALUE;
                break;
            default:
                this.fail("attribute without value.");
                // Should we do this???
                // this.tag.attributes[this.name] = "";
                this.text = "";
                this.name = "";
                if (c === GREATER) {
                    this.openTag();
                }
                else if (isNameStartChar(c)) {
                    this.unget();
                    this.state = S_ATTRIB_NAME;
                }
                else {
                    this.fail("disallowed character in attribute name.");
                    this.state = S_ATTRIB;
                }
        }
    }
    sAttribValue() {
        const c = this.getCodeNorm();
        if (isQuote(c)) {
            this.q = c;
            this.state = S_ATTRIB_VALUE_QUOTED;
        }
        else if (!isS(c)) {
            this.fail("unquoted attribute value.");
            this.state = S_ATTRIB_VALUE_UNQUOTED;
            this.unget();
        }
    }
    sAttribValueQuoted() {
        // We deliberately do not use captureTo here. The specialized code we use
        // here is faster than using captureTo.
        const { q, chunk } = this;
        let { i: start } = this;
        // eslint-disable-next-line no-constant-condition
        while (true) {
            switch (this.getCode()) {
                case q:
                    this.pushAttrib(this.name, this.text + chunk.slice(start, this.prevI));
                    this.name = this.text = "";
                    this.q = null;
                    this.state = S_ATTRIB_VALUE_CLOSED;
                    return;
                case AMP:
                    this.text += chunk.slice(start, this.prevI);
                    this.state = S_ENTITY;
                    this.entityReturnState = S_ATTRIB_VALUE_QUOTED;
                    return;
                case NL:
                case NL_LIKE:
                case TAB:
                    this.text += `${chunk.slice(start, this.prevI)} `;
                    start = this.i;
                    break;
                case LESS:
                    this.text += chunk.slice(start, this.prevI);
                    this.fail("disallowed character.");
                    return;
                case EOC:
                    this.text += chunk.slice(start);
                    return;
                default:
            }
        }
    }
    sAttribValueClosed() {
        const c = this.getCodeNorm();
        if (isS(c)) {
            this.state = S_ATTRIB;
        }
        else if (c === GREATER) {
            this.openTag();
        }
        else if (c === FORWARD_SLASH) {
            this.state = S_OPEN_TAG_SLASH;
        }
        else if (isNameStartChar(c)) {
            this.fail("no whitespace between attributes.");
            this.unget();
            this.state = S_ATTRIB_NAME;
        }
        else {
            this.fail("disallowed character in attribute name.");
        }
    }
    sAttribValueUnquoted() {
        // We don't do anything regarding EOL or space handling for unquoted
        // attributes. We already have failed by the time we get here, and the
        // contract that saxes upholds states that upon failure, it is not safe to
        // rely on the data passed to event handlers (other than
        // ``onerror``). Passing "bad" data is not a problem.
        const c = this.captureTo(ATTRIB_VALUE_UNQUOTED_TERMINATOR);
        switch (c) {
            case AMP:
                this.state = S_ENTITY;
                this.entityReturnState = S_ATTRIB_VALUE_UNQUOTED;
                break;
            case LESS:
                this.fail("disallowed character.");
                break;
            case EOC:
                break;
            default:
                if (this.text.includes("]]>")) {
                    this.fail("the string \"]]>\" is disallowed in char data.");
                }
                this.pushAttrib(this.name, this.text);
                this.name = this.text = "";
                if (c === GREATER) {
                    this.openTag();
                }
                else {
                    this.state = S_ATTRIB;
                }
        }
    }
    sCloseTag() {
        const c = this.captureNameChars();
        if (c === GREATER) {
            this.closeTag();
        }
        else if (isS(c)) {
            this.state = S_CLOSE_TAG_SAW_WHITE;
        }
        else if (c !== EOC) {
            this.fail("disallowed character in closing tag.");
        }
    }
    sCloseTagSawWhite() {
        switch (this.skipSpaces()) {
            case GREATER:
                this.closeTag();
                break;
            case EOC:
                break;
            default:
                this.fail("disallowed character in closing tag.");
        }
    }
    // END OF STATE ENGINE METHODS
    handleTextInRoot() {
        // This is essentially a specialized version of captureTo which is optimized
        // for performing the ]]> check. A previous version of this code, checked
        // ``this.text`` for the presence of ]]>. It simplified the code but was
        // very costly when character data contained a lot of entities to be parsed.
        //
        // Since we are using a specialized loop, we also keep track of the presence
        // of ]]> in text data. The sequence ]]> is forbidden to appear as-is.
        //
        let { i: start, forbiddenState } = this;
        const { chunk, textHandler: handler } = this;
        // eslint-disable-next-line no-labels, no-restricted-syntax
        scanLoop: 
        // eslint-disable-next-line no-constant-condition
        while (true) {
            switch (this.getCode()) {
                case LESS: {
                    this.state = S_OPEN_WAKA;
                    if (handler !== undefined) {
                        const { text } = this;
                        const slice = chunk.slice(start, this.prevI);
                        if (text.length !== 0) {
                            handler(text + slice);
                            this.text = "";
                        }
                        else if (slice.length !== 0) {
                            handler(slice);
                        }
                    }
                    forbiddenState = FORBIDDEN_START;
                    // eslint-disable-next-line no-labels
                    break scanLoop;
                }
                case AMP:
                    this.state = S_ENTITY;
                    this.entityReturnState = S_TEXT;
                    if (handler !== undefined) {
                        this.text += chunk.slice(start, this.prevI);
                    }
                    forbiddenState = FORBIDDEN_START;
                    // eslint-disable-next-line no-labels
                    break scanLoop;
                case CLOSE_BRACKET:
                    switch (forbiddenState) {
                        case FORBIDDEN_START:
                            forbiddenState = FORBIDDEN_BRACKET;
                            break;
                        case FORBIDDEN_BRACKET:
                            forbiddenState = FORBIDDEN_BRACKET_BRACKET;
                            break;
                        case FORBIDDEN_BRACKET_BRACKET:
                            break;
                        default:
                            throw new Error("impossible state");
                    }
                    break;
                case GREATER:
                    if (forbiddenState === FORBIDDEN_BRACKET_BRACKET) {
                        this.fail("the string \"]]>\" is disallowed in char data.");
                    }
                    forbiddenState = FORBIDDEN_START;
                    break;
                case NL_LIKE:
                    if (handler !== undefined) {
                        this.text += `${chunk.slice(start, this.prevI)}\n`;
                    }
                    start = this.i;
                    forbiddenState = FORBIDDEN_START;
                    break;
                case EOC:
                    if (handler !== undefined) {
                        this.text += chunk.slice(start);
                    }
                    // eslint-disable-next-line no-labels
                    break scanLoop;
                default:
                    forbiddenState = FORBIDDEN_START;
            }
        }
        this.forbiddenState = forbiddenState;
    }
    handleTextOutsideRoot() {
        // This is essentially a specialized version of captureTo which is optimized
        // for a specialized task. We keep track of the presence of non-space
        // characters in the text since these are errors when appearing outside the
        // document root element.
        let { i: start } = this;
        const { chunk, textHandler: handler } = this;
        let nonSpace = false;
        // eslint-disable-next-line no-labels, no-restricted-syntax
        outRootLoop: 
        // eslint-disable-next-line no-constant-condition
        while (true) {
            const code = this.getCode();
            switch (code) {
                case LESS: {
                    this.state = S_OPEN_WAKA;
                    if (handler !== undefined) {
                        const { text } = this;
                        const slice = chunk.slice(start, this.prevI);
                        if (text.length !== 0) {
                            handler(text + slice);
                            this.text = "";
                        }
                        else if (slice.length !== 0) {
                            handler(slice);
                        }
                    }
                    // eslint-disable-next-line no-labels
                    break outRootLoop;
                }
                case AMP:
                    this.state = S_ENTITY;
                    this.entityReturnState = S_TEXT;
                    if (handler !== undefined) {
                        this.text += chunk.slice(start, this.prevI);
                    }
                    nonSpace = true;
                    // eslint-disable-next-line no-labels
                    break outRootLoop;
                case NL_LIKE:
                    if (handler !== undefined) {
                        this.text += `${chunk.slice(start, this.prevI)}\n`;
                    }
                    start = this.i;
                    break;
                case EOC:
                    if (handler !== undefined) {
                        this.text += chunk.slice(start);
                    }
                    // eslint-disable-next-line no-labels
                    break outRootLoop;
                default:
                    if (!isS(code)) {
                        nonSpace = true;
                    }
            }
        }
        if (!nonSpace) {
            return;
        }
        // We use the reportedTextBeforeRoot and reportedTextAfterRoot flags
        // to avoid reporting errors for every single character that is out of
        // place.
        if (!this.sawRoot && !this.reportedTextBeforeRoot) {
            this.fail("text data outside of root node.");
            this.reportedTextBeforeRoot = true;
        }
        if (this.closedRoot && !this.reportedTextAfterRoot) {
            this.fail("text data outside of root node.");
            this.reportedTextAfterRoot = true;
        }
    }
    pushAttribNS(name, value) {
        var _a;
        const { prefix, local } = this.qname(name);
        const attr = { name, prefix, local, value };
        this.attribList.push(attr);
        (_a = this.attributeHandler) === null || _a === void 0 ? void 0 : _a.call(this, attr);
        if (prefix === "xmlns") {
            const trimmed = value.trim();
            if (this.currentXMLVersion === "1.0" && trimmed === "") {
                this.fail("invalid attempt to undefine prefix in XML 1.0");
            }
            this.topNS[local] = trimmed;
            nsPairCheck(this, local, trimmed);
        }
        else if (name === "xmlns") {
            const trimmed = value.trim();
            this.topNS[""] = trimmed;
            nsPairCheck(this, "", trimmed);
        }
    }
    pushAttribPlain(name, value) {
        var _a;
        const attr = { name, value };
        this.attribList.push(attr);
        (_a = this.attributeHandler) === null || _a === void 0 ? void 0 : _a.call(this, attr);
    }
    /**
     * End parsing. This performs final well-formedness checks and resets the
     * parser to a clean state.
     *
     * @returns this
     */
    end() {
        var _a, _b;
        if (!this.sawRoot) {
            this.fail("document must contain a root element.");
        }
        const { tags } = this;
        while (tags.length > 0) {
            const tag = tags.pop();
            this.fail(`unclosed tag: ${tag.name}`);
        }
        if ((this.state !== S_BEGIN) && (this.state !== S_TEXT)) {
            this.fail("unexpected end.");
        }
        const { text } = this;
        if (text.length !== 0) {
            (_a = this.textHandler) === null || _a === void 0 ? void 0 : _a.call(this, text);
            this.text = "";
        }
        this._closed = true;
        (_b = this.endHandler) === null || _b === void 0 ? void 0 : _b.call(this);
        this._init();
        return this;
    }
    /**
     * Resolve a namespace prefix.
     *
     * @param prefix The prefix to resolve.
     *
     * @returns The namespace URI or ``undefined`` if the prefix is not defined.
     */
    resolve(prefix) {
        var _a, _b;
        let uri = this.topNS[prefix];
        if (uri !== undefined) {
            return uri;
        }
        const { tags } = this;
        for (let index = tags.length - 1; index >= 0; index--) {
            uri = tags[index].ns[prefix];
            if (uri !== undefined) {
                return uri;
            }
        }
        uri = this.ns[prefix];
        if (uri !== undefined) {
            return uri;
        }
        return (_b = (_a = this.opt).resolvePrefix) === null || _b === void 0 ? void 0 : _b.call(_a, prefix);
    }
    /**
     * Parse a qname into its prefix and local name parts.
     *
     * @param name The name to parse
     *
     * @returns
     */
    qname(name) {
        // This is faster than using name.split(":").
        const colon = name.indexOf(":");
        if (colon === -1) {
            return { prefix: "", local: name };
        }
        const local = name.slice(colon + 1);
        const prefix = name.slice(0, colon);
        if (prefix === "" || local === "" || local.includes(":")) {
            this.fail(`malformed name: ${name}.`);
        }
        return { prefix, local };
    }
    processAttribsNS() {
        var _a;
        const { attribList } = this;
        const tag = this.tag;
        {
            // add namespace info to tag
            const { prefix, local } = this.qname(tag.name);
            tag.prefix = prefix;
            tag.local = local;
            const uri = tag.uri = (_a = this.resolve(prefix)) !== null && _a !== void 0 ? _a : "";
            if (prefix !== "") {
                if (prefix === "xmlns") {
                    this.fail("tags may not have \"xmlns\" as prefix.");
                }
                if (uri === "") {
                    this.fail(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
                    tag.uri = prefix;
                }
            }
        }
        if (attribList.length === 0) {
            return;
        }
        const { attributes } = tag;
        const seen = new Set();
        // Note: do not apply default ns to attributes:
        //   http://www.w3.org/TR/REC-xml-names/#defaulting
        for (const attr of attribList) {
            const { name, prefix, local } = attr;
            let uri;
            let eqname;
            if (prefix === "") {
                uri = name === "xmlns" ? XMLNS_NAMESPACE : "";
                eqname = name;
            }
            else {
                uri = this.resolve(prefix);
                // if there's any attributes with an undefined namespace,
                // then fail on them now.
                if (uri === undefined) {
                    this.fail(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
                    uri = prefix;
                }
                eqname = `{${uri}}${local}`;
            }
            if (seen.has(eqname)) {
                this.fail(`duplicate attribute: ${eqname}.`);
            }
            seen.add(eqname);
            attr.uri = uri;
            attributes[name] = attr;
        }
        this.attribList = [];
    }
    processAttribsPlain() {
        const { attribList } = this;
        // eslint-disable-next-line prefer-destructuring
        const attributes = this.tag.attributes;
        for (const { name, value } of attribList) {
            if (attributes[name] !== undefined) {
                this.fail(`duplicate attribute: ${name}.`);
            }
            attributes[name] = value;
        }
        this.attribList = [];
    }
    /**
     * Handle a complete open tag. This parser code calls this once it has seen
     * the whole tag. This method checks for well-formeness and then emits
     * ``onopentag``.
     */
    openTag() {
        var _a;
        this.processAttribs();
        const { tags } = this;
        const tag = this.tag;
        tag.isSelfClosing = false;
        // There cannot be any pending text here due to the onopentagstart that was
        // necessarily emitted before we get here. So we do not check text.
        (_a = this.openTagHandler) === null || _a === void 0 ? void 0 : _a.call(this, tag);
        tags.push(tag);
        this.state = S_TEXT;
        this.name = "";
    }
    /**
     * Handle a complete self-closing tag. This parser code calls this once it has
     * seen the whole tag. This method checks for well-formeness and then emits
     * ``onopentag`` and ``onclosetag``.
     */
    openSelfClosingTag() {
        var _a, _b, _c;
        this.processAttribs();
        const { tags } = this;
        const tag = this.tag;
        tag.isSelfClosing = true;
        // There cannot be any pending text here due to the onopentagstart that was
        // necessarily emitted before we get here. So we do not check text.
        (_a = this.openTagHandler) === null || _a === void 0 ? void 0 : _a.call(this, tag);
        (_b = this.closeTagHandler) === null || _b === void 0 ? void 0 : _b.call(this, tag);
        const top = this.tag = (_c = tags[tags.length - 1]) !== null && _c !== void 0 ? _c : null;
        if (top === null) {
            this.closedRoot = true;
        }
        this.state = S_TEXT;
        this.name = "";
    }
    /**
     * Handle a complete close tag. This parser code calls this once it has seen
     * the whole tag. This method checks for well-formeness and then emits
     * ``onclosetag``.
     */
    closeTag() {
        const { tags, name } = this;
        // Our state after this will be S_TEXT, no matter what, and we can clear
        // tagName now.
        this.state = S_TEXT;
        this.name = "";
        if (name === "") {
            this.fail("weird empty close tag.");
            this.text += "</>";
            return;
        }
        const handler = this.closeTagHandler;
        let l = tags.length;
        while (l-- > 0) {
            const tag = this.tag = tags.pop();
            this.topNS = tag.ns;
            handler === null || handler === void 0 ? void 0 : handler(tag);
            if (tag.name === name) {
                break;
            }
            this.fail("unexpected close tag.");
        }
        if (l === 0) {
            this.closedRoot = true;
        }
        else if (l < 0) {
            this.fail(`unmatched closing tag: ${name}.`);
            this.text += `</${name}>`;
        }
    }
    /**
     * Resolves an entity. Makes any necessary well-formedness checks.
     *
     * @param entity The entity to resolve.
     *
     * @returns The parsed entity.
     */
    parseEntity(entity) {
        // startsWith would be significantly slower for this test.
        if (entity[0] !== "#") {
            const defined = this.ENTITIES[entity];
            if (defined !== undefined) {
                return defined;
            }
            this.fail(this.isName(entity) ? "undefined entity." :
                "disallowed character in entity name.");
            return `&${entity};`;
        }
        let num = NaN;
        if (entity[1] === "x" && /^#x[0-9a-f]+$/i.test(entity)) {
            num = parseInt(entity.slice(2), 16);
        }
        else if (/^#[0-9]+$/.test(entity)) {
            num = parseInt(entity.slice(1), 10);
        }
        // The character reference is required to match the CHAR production.
        if (!this.isChar(num)) {
            this.fail("malformed character entity.");
            return `&${entity};`;
        }
        return String.fromCodePoint(num);
    }
}
exports.wT = SaxesParser;
//# sourceMappingURL=saxes.js.map

/***/ }),

/***/ 6950:
/***/ ((__unused_webpack_module, exports) => {


/**
 * Character classes and associated utilities for the 5th edition of XML 1.0.
 *
 * @author Louis-Dominique Dubeau
 * @license MIT
 * @copyright Louis-Dominique Dubeau
 */
Object.defineProperty(exports, "__esModule", ({ value: true }));
//
// Fragments.
//
exports.CHAR = "\t\n\r -\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF";
exports.S = " \t\r\n";
// tslint:disable-next-line:max-line-length
exports.NAME_START_CHAR = ":A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\uD800\uDC00-\uDB7F\uDFFF";
exports.NAME_CHAR = "-" + exports.NAME_START_CHAR + ".0-9\u00B7\u0300-\u036F\u203F-\u2040";
//
// Regular expressions.
//
exports.CHAR_RE = new RegExp("^[" + exports.CHAR + "]$", "u");
exports.S_RE = new RegExp("^[" + exports.S + "]+$", "u");
exports.NAME_START_CHAR_RE = new RegExp("^[" + exports.NAME_START_CHAR + "]$", "u");
exports.NAME_CHAR_RE = new RegExp("^[" + exports.NAME_CHAR + "]$", "u");
exports.NAME_RE = new RegExp("^[" + exports.NAME_START_CHAR + "][" + exports.NAME_CHAR + "]*$", "u");
exports.NMTOKEN_RE = new RegExp("^[" + exports.NAME_CHAR + "]+$", "u");
var TAB = 9;
var NL = 0xA;
var CR = 0xD;
var SPACE = 0x20;
//
// Lists.
//
/** All characters in the ``S`` production. */
exports.S_LIST = [SPACE, NL, CR, TAB];
/**
 * Determines whether a codepoint matches the ``CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``CHAR``.
 */
function isChar(c) {
    return (c >= SPACE && c <= 0xD7FF) ||
        c === NL || c === CR || c === TAB ||
        (c >= 0xE000 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0x10FFFF);
}
exports.isChar = isChar;
/**
 * Determines whether a codepoint matches the ``S`` (space) production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``S``.
 */
function isS(c) {
    return c === SPACE || c === NL || c === CR || c === TAB;
}
exports.isS = isS;
/**
 * Determines whether a codepoint matches the ``NAME_START_CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``NAME_START_CHAR``.
 */
function isNameStartChar(c) {
    return ((c >= 0x41 && c <= 0x5A) ||
        (c >= 0x61 && c <= 0x7A) ||
        c === 0x3A ||
        c === 0x5F ||
        c === 0x200C ||
        c === 0x200D ||
        (c >= 0xC0 && c <= 0xD6) ||
        (c >= 0xD8 && c <= 0xF6) ||
        (c >= 0x00F8 && c <= 0x02FF) ||
        (c >= 0x0370 && c <= 0x037D) ||
        (c >= 0x037F && c <= 0x1FFF) ||
        (c >= 0x2070 && c <= 0x218F) ||
        (c >= 0x2C00 && c <= 0x2FEF) ||
        (c >= 0x3001 && c <= 0xD7FF) ||
        (c >= 0xF900 && c <= 0xFDCF) ||
        (c >= 0xFDF0 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0xEFFFF));
}
exports.isNameStartChar = isNameStartChar;
/**
 * Determines whether a codepoint matches the ``NAME_CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``NAME_CHAR``.
 */
function isNameChar(c) {
    return isNameStartChar(c) ||
        (c >= 0x30 && c <= 0x39) ||
        c === 0x2D ||
        c === 0x2E ||
        c === 0xB7 ||
        (c >= 0x0300 && c <= 0x036F) ||
        (c >= 0x203F && c <= 0x2040);
}
exports.isNameChar = isNameChar;
//# sourceMappingURL=ed5.js.map

/***/ }),

/***/ 4488:
/***/ ((__unused_webpack_module, exports) => {


/**
 * Character classes and associated utilities for the 2nd edition of XML 1.1.
 *
 * @author Louis-Dominique Dubeau
 * @license MIT
 * @copyright Louis-Dominique Dubeau
 */
Object.defineProperty(exports, "__esModule", ({ value: true }));
//
// Fragments.
//
exports.CHAR = "\u0001-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF";
exports.RESTRICTED_CHAR = "\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F";
exports.S = " \t\r\n";
// tslint:disable-next-line:max-line-length
exports.NAME_START_CHAR = ":A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\uD800\uDC00-\uDB7F\uDFFF";
exports.NAME_CHAR = "-" + exports.NAME_START_CHAR + ".0-9\u00B7\u0300-\u036F\u203F-\u2040";
//
// Regular expressions.
//
exports.CHAR_RE = new RegExp("^[" + exports.CHAR + "]$", "u");
exports.RESTRICTED_CHAR_RE = new RegExp("^[" + exports.RESTRICTED_CHAR + "]$", "u");
exports.S_RE = new RegExp("^[" + exports.S + "]+$", "u");
exports.NAME_START_CHAR_RE = new RegExp("^[" + exports.NAME_START_CHAR + "]$", "u");
exports.NAME_CHAR_RE = new RegExp("^[" + exports.NAME_CHAR + "]$", "u");
exports.NAME_RE = new RegExp("^[" + exports.NAME_START_CHAR + "][" + exports.NAME_CHAR + "]*$", "u");
exports.NMTOKEN_RE = new RegExp("^[" + exports.NAME_CHAR + "]+$", "u");
var TAB = 9;
var NL = 0xA;
var CR = 0xD;
var SPACE = 0x20;
//
// Lists.
//
/** All characters in the ``S`` production. */
exports.S_LIST = [SPACE, NL, CR, TAB];
/**
 * Determines whether a codepoint matches the ``CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``CHAR``.
 */
function isChar(c) {
    return (c >= 0x0001 && c <= 0xD7FF) ||
        (c >= 0xE000 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0x10FFFF);
}
exports.isChar = isChar;
/**
 * Determines whether a codepoint matches the ``RESTRICTED_CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``RESTRICTED_CHAR``.
 */
function isRestrictedChar(c) {
    return (c >= 0x1 && c <= 0x8) ||
        c === 0xB ||
        c === 0xC ||
        (c >= 0xE && c <= 0x1F) ||
        (c >= 0x7F && c <= 0x84) ||
        (c >= 0x86 && c <= 0x9F);
}
exports.isRestrictedChar = isRestrictedChar;
/**
 * Determines whether a codepoint matches the ``CHAR`` production and does not
 * match the ``RESTRICTED_CHAR`` production. ``isCharAndNotRestricted(x)`` is
 * equivalent to ``isChar(x) && !isRestrictedChar(x)``. This function is faster
 * than running the two-call equivalent.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``CHAR`` and does not match
 * ``RESTRICTED_CHAR``.
 */
function isCharAndNotRestricted(c) {
    return (c === 0x9) ||
        (c === 0xA) ||
        (c === 0xD) ||
        (c > 0x1F && c < 0x7F) ||
        (c === 0x85) ||
        (c > 0x9F && c <= 0xD7FF) ||
        (c >= 0xE000 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0x10FFFF);
}
exports.isCharAndNotRestricted = isCharAndNotRestricted;
/**
 * Determines whether a codepoint matches the ``S`` (space) production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``S``.
 */
function isS(c) {
    return c === SPACE || c === NL || c === CR || c === TAB;
}
exports.isS = isS;
/**
 * Determines whether a codepoint matches the ``NAME_START_CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``NAME_START_CHAR``.
 */
// tslint:disable-next-line:cyclomatic-complexity
function isNameStartChar(c) {
    return ((c >= 0x41 && c <= 0x5A) ||
        (c >= 0x61 && c <= 0x7A) ||
        c === 0x3A ||
        c === 0x5F ||
        c === 0x200C ||
        c === 0x200D ||
        (c >= 0xC0 && c <= 0xD6) ||
        (c >= 0xD8 && c <= 0xF6) ||
        (c >= 0x00F8 && c <= 0x02FF) ||
        (c >= 0x0370 && c <= 0x037D) ||
        (c >= 0x037F && c <= 0x1FFF) ||
        (c >= 0x2070 && c <= 0x218F) ||
        (c >= 0x2C00 && c <= 0x2FEF) ||
        (c >= 0x3001 && c <= 0xD7FF) ||
        (c >= 0xF900 && c <= 0xFDCF) ||
        (c >= 0xFDF0 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0xEFFFF));
}
exports.isNameStartChar = isNameStartChar;
/**
 * Determines whether a codepoint matches the ``NAME_CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``NAME_CHAR``.
 */
function isNameChar(c) {
    return isNameStartChar(c) ||
        (c >= 0x30 && c <= 0x39) ||
        c === 0x2D ||
        c === 0x2E ||
        c === 0xB7 ||
        (c >= 0x0300 && c <= 0x036F) ||
        (c >= 0x203F && c <= 0x2040);
}
exports.isNameChar = isNameChar;
//# sourceMappingURL=ed2.js.map

/***/ }),

/***/ 5699:
/***/ ((__unused_webpack_module, exports) => {


/**
 * Character class utilities for XML NS 1.0 edition 3.
 *
 * @author Louis-Dominique Dubeau
 * @license MIT
 * @copyright Louis-Dominique Dubeau
 */
Object.defineProperty(exports, "__esModule", ({ value: true }));
//
// Fragments.
//
// tslint:disable-next-line:max-line-length
exports.NC_NAME_START_CHAR = "A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\uD800\uDC00-\uDB7F\uDFFF";
exports.NC_NAME_CHAR = "-" + exports.NC_NAME_START_CHAR + ".0-9\u00B7\u0300-\u036F\u203F-\u2040";
//
// Regular expressions.
//
exports.NC_NAME_START_CHAR_RE = new RegExp("^[" + exports.NC_NAME_START_CHAR + "]$", "u");
exports.NC_NAME_CHAR_RE = new RegExp("^[" + exports.NC_NAME_CHAR + "]$", "u");
exports.NC_NAME_RE = new RegExp("^[" + exports.NC_NAME_START_CHAR + "][" + exports.NC_NAME_CHAR + "]*$", "u");
/**
 * Determines whether a codepoint matches [[NC_NAME_START_CHAR]].
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches.
 */
// tslint:disable-next-line:cyclomatic-complexity
function isNCNameStartChar(c) {
    return ((c >= 0x41 && c <= 0x5A) ||
        c === 0x5F ||
        (c >= 0x61 && c <= 0x7A) ||
        (c >= 0xC0 && c <= 0xD6) ||
        (c >= 0xD8 && c <= 0xF6) ||
        (c >= 0x00F8 && c <= 0x02FF) ||
        (c >= 0x0370 && c <= 0x037D) ||
        (c >= 0x037F && c <= 0x1FFF) ||
        (c >= 0x200C && c <= 0x200D) ||
        (c >= 0x2070 && c <= 0x218F) ||
        (c >= 0x2C00 && c <= 0x2FEF) ||
        (c >= 0x3001 && c <= 0xD7FF) ||
        (c >= 0xF900 && c <= 0xFDCF) ||
        (c >= 0xFDF0 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0xEFFFF));
}
exports.isNCNameStartChar = isNCNameStartChar;
/**
 * Determines whether a codepoint matches [[NC_NAME_CHAR]].
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches.
 */
function isNCNameChar(c) {
    return isNCNameStartChar(c) ||
        (c === 0x2D ||
            c === 0x2E ||
            (c >= 0x30 && c <= 0x39) ||
            c === 0x00B7 ||
            (c >= 0x0300 && c <= 0x036F) ||
            (c >= 0x203F && c <= 0x2040));
}
exports.isNCNameChar = isNCNameChar;
//# sourceMappingURL=ed3.js.map

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 3339:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 3763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ inputSpecs)
/* harmony export */ });
const inputSpecs = {
    'repository': { type: 'string', required: true },
    'repository-type': { type: 'enum', values: ['maven', 'generic'] },
    'repository-url': { type: 'string' },
    'descriptor': { type: 'string' },
    'package': { type: 'string' },
    'version': { type: 'string' },
    'tag-pattern': { type: 'string' },
    'files': { type: 'list' },
    'path': { type: 'string' },
    'record': { type: 'string' },
    'record-sha256': { type: 'string' },
    'publish': { type: 'boolean' },
    'discard': { type: 'boolean', default: 'false' },
    'override': { type: 'boolean' },
    'update-window-days': { type: 'integer' },
    'gpg-sign': { type: 'boolean' },
    'private-key': { type: 'secret' },
    'passphrase': { type: 'secret' },
    'signing-key': { type: 'string' },
    'max-files': { type: 'integer' },
    'max-file-megabytes': { type: 'integer' },
    'allow-untrusted-trigger': { type: 'boolean', default: 'false' },
    'fail-on-unmatched': { type: 'boolean', default: 'true' },
    'dry-run': { type: 'boolean', default: 'false' },
    'summary': { type: 'boolean', default: 'true' },
};


/***/ }),

/***/ 268:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _core_action_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2357);
/* harmony import */ var _action_gen_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3763);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6732);



await (0,_core_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)(_action_gen_js__WEBPACK_IMPORTED_MODULE_1__/* .inputSpecs */ .T, _run_js__WEBPACK_IMPORTED_MODULE_2__/* .publish */ .m);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 6732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ publish)
});

// EXTERNAL MODULE: ./build/core/errors.js
var core_errors = __nccwpck_require__(2807);
;// CONCATENATED MODULE: external "node:v8"
const external_node_v8_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");
;// CONCATENATED MODULE: ./build/core/heap.js

/**
 * Lets the young generation grow only when it must. By default V8 doubles it at the first burst of short-lived objects, and the process keeps
 * that memory. Costs no measurable time.
 */
function growSlowly() {
    (0,external_node_v8_namespaceObject.setFlagsFromString)('--semi-space-growth-factor=1');
}
/** From here on V8 prefers collecting garbage to growing; some percent of time against a quarter of the memory, for runs over very many files. */
function staySmall() {
    (0,external_node_v8_namespaceObject.setFlagsFromString)('--optimize-for-size');
}

;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
// EXTERNAL MODULE: ./build/core/sanitize.js
var sanitize = __nccwpck_require__(9507);
;// CONCATENATED MODULE: ./build/model/repository-path.js

/** The folder in which a repository keeps its metadata; nobody publishes into it. */
const repository_path_metadataFolder = '.outtray';
const longestSegment = 255;
// Bytes. macOS takes 1,024 with the folder that the repository is in, Linux 4,096.
const longestPath = 900;
const forbiddenCharacter = /[<>:"|?*\\\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;
// https://learn.microsoft.com/windows/win32/fileio/naming-a-file: reserved with any extension too.
const reservedName = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\.|$)/i;
/**
 * Says why no file may stand at a path of a repository, or `undefined` when one may. The rules are those of every system that may ever hold a copy:
 * a repository is cloned, unpacked and mirrored by people on other systems.
 */
function pathProblem(path) {
    if (path === '')
        return 'it is empty';
    if (path.startsWith('/') || /^[A-Za-z]:/.test(path))
        return 'it is absolute, and must be relative to the repository';
    for (const segment of path.split('/')) {
        const problem = segmentProblem(segment);
        if (problem !== undefined)
            return problem;
    }
    if (Buffer.byteLength(path) > longestPath)
        return `it is longer than ${longestPath} bytes`;
    if (foldedPath(path).split('/')[0] === repository_path_metadataFolder)
        return `'${repository_path_metadataFolder}' is the repository's own`;
    return undefined;
}
function segmentProblem(segment) {
    const shown = (0,sanitize/* visible */.R)(segment);
    if (segment === '')
        return 'it has an empty folder or file name';
    if (segment === '.' || segment === '..')
        return `it contains '${segment}', and could leave the repository`;
    if (!segment.isWellFormed())
        return `'${shown}' is not valid Unicode`;
    if (Buffer.byteLength(segment) > longestSegment)
        return `'${shown.slice(0, 40)}…' is longer than ${longestSegment} bytes`;
    const character = forbiddenCharacter.exec(segment);
    if (character !== null)
        return `'${shown}' contains '${(0,sanitize/* visible */.R)(character[0])}', which some systems do not allow in a name`;
    if (reservedName.test(segment))
        return `'${shown}' is a reserved name on Windows`;
    if (/[. ]$/.test(segment))
        return `'${shown}' ends in a dot or a blank, which Windows drops`;
    return undefined;
}
/**
 * The form in which two paths that some system takes for one are equal: without case (HFS+, NTFS) and composed (NFC). Upper case first joins letters
 * that have several lower cases (`ſ`, `ς`); lower case letter by letter, since a sigma at a word's end would become another.
 */
function foldedPath(path) {
    // Nearly all of them, and folders have thousands.
    if (/^[\x20-\x7e]*$/.test(path))
        return path.toLowerCase();
    const lower = Array.from(path.normalize('NFD').toUpperCase(), (letter) => letter.toLowerCase());
    return lower.join('').normalize('NFC');
}
/** Finds paths that are twins by case or by Unicode form, and paths that would be file and folder at once. */
function pathClashes(paths) {
    const byFold = new Map();
    const clashes = [];
    const sorted = [...new Set(paths)].sort();
    for (const path of sorted) {
        const fold = foldedPath(path);
        const twin = byFold.get(fold);
        if (twin !== undefined)
            clashes.push({ first: twin, second: path, reason: 'some systems take both for one name' });
        else
            byFold.set(fold, path);
    }
    for (const path of sorted) {
        const segments = foldedPath(path).split('/');
        for (let length = 1; length < segments.length; length++) {
            const file = byFold.get(segments.slice(0, length).join('/'));
            if (file !== undefined)
                clashes.push({ first: file, second: path, reason: 'the first would be a file and a folder at once' });
        }
    }
    return clashes;
}
/** Whether a path is plain: relative, and without steps that lead elsewhere. What a repository says of itself is believed only then. */
function isPlainPath(path) {
    return (path !== '' &&
        !/^[/\\]|^[A-Za-z]:|\0/.test(path) &&
        path.split(/[/\\]/).every((segment) => segment !== '' && segment !== '.' && segment !== '..'));
}
/** Spells a package or version name as one segment of a path: percent-encoded (UTF-8) outside `[A-Za-z0-9._+-]`, and never `.` or `..`. */
function repository_path_encodeName(name) {
    if (/^\.{1,2}$/.test(name))
        return name.replaceAll('.', '%2E');
    return name.replace(/[^A-Za-z0-9._+-]/gu, (character) => [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''));
}

;// CONCATENATED MODULE: ./build/model/repository-layout.js


/** Where a repository that can hold free paths keeps its metadata. One file per version: publishers of different versions never write the same file. */
const repositoryDocument = `${repository_path_metadataFolder}/repository.json`;
/** Only the publisher sees what is below. */
const stagedFolder = `${repository_path_metadataFolder}/staged`;
/** Files that are being received. */
const incomingFolder = `${repository_path_metadataFolder}/incoming`;
/** Where a file is received whose name has segments, such as `github.com/acme/widget/1234`: one folder for all but the last of them. */
function incomingFile(name) {
    return `${incomingFolder}/${repository_path_encodeName(external_node_path_namespaceObject.posix.dirname(name))}/${repository_path_encodeName(external_node_path_namespaceObject.posix.basename(name))}`;
}
function packageDocument(packageName) {
    return `${repository_path_metadataFolder}/packages/${repository_path_encodeName(packageName)}/package.json`;
}
/** The text that introduces a package, in Markdown. */
function packageReadme(packageName) {
    return `${metadataFolder}/packages/${encodeName(packageName)}/README.md`;
}
const packagesFolder = `${repository_path_metadataFolder}/packages`;
/** The version record of a published version. */
function publishedRecord(packageName, version) {
    return `${repository_path_metadataFolder}/packages/${repository_path_encodeName(packageName)}/versions/${repository_path_encodeName(version)}.json`;
}
function stagedVersionFolder(packageName, version) {
    return `${stagedFolder}/${repository_path_encodeName(packageName)}/${repository_path_encodeName(version)}`;
}
/** The version record of what is staged. */
function stagedRecord(packageName, version) {
    return `${stagedVersionFolder(packageName, version)}/record.json`;
}
/** Where a staged file waits for its place. */
function stagedFile(packageName, version, path) {
    return `${stagedVersionFolder(packageName, version)}/files/${path}`;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
;// CONCATENATED MODULE: ./build/maven/coordinates.js
/** The parts of coordinates, in the order in which they are written. */
const coordinateParts = ['groupId', 'artifactId', 'version'];
/** `groupId:artifactId:version`. */
function formatCoordinates({ groupId, artifactId, version }) {
    return `${groupId}:${artifactId}:${version}`;
}
/**
 * What is wrong with one part of coordinates, as the end of a sentence that names the part; undefined when nothing is.
 * Letters, digits, `_`, `.` and `-` as Maven's model validator has it, `+` in versions too (semantic versions with build metadata). Every part becomes
 * the name of a folder, a groupId one folder between each two dots, so none is empty, hidden, `.`, `..`, or ends in a dot, which Windows drops.
 */
function coordinateProblem(part, value) {
    if (value === '')
        return 'is empty';
    if (value.length > 255)
        return 'is longer than 255 characters';
    const allowed = part === 'version' ? /^[A-Za-z0-9_.+-]*$/ : /^[A-Za-z0-9_.-]*$/;
    if (!allowed.test(value))
        return `may hold only letters, digits, '_', '.'${part === 'version' ? ", '+'" : ''} and '-'`;
    if (value.startsWith('.') || value.endsWith('.'))
        return 'may neither begin nor end with a dot';
    if (part === 'groupId' && value.includes('..'))
        return 'may not hold two dots in a row';
    return undefined;
}
/** Whether a version may change after its release: `1.0-SNAPSHOT`, or what Maven makes of it when it deploys, `1.0-20260101.120000-1`. */
function isSnapshot(version) {
    return /SNAPSHOT$/i.test(version) || timestamped.test(version);
}
const timestamped = /-[0-9]{8}\.[0-9]{6}-[0-9]+$/;

;// CONCATENATED MODULE: ./build/maven/version-order.js
/**
 * Maven's order of versions, as `ComparableVersion` of Maven 3 has it (https://maven.apache.org/pom.html#version-order-specification):
 * negative when `a` is older than `b`, positive when it is newer, 0 when Maven takes both for the same version.
 * Any text is a version. Time and memory are linear in the lengths.
 */
function compareVersions(a, b) {
    const left = parse(a);
    const right = parse(b);
    for (let depth = 0, i = 0;;) {
        const mine = itemAt(left, depth, i);
        const theirs = itemAt(right, depth, i);
        if (mine === undefined && theirs === undefined)
            return 0;
        if (mine?.kind === 'list' && theirs?.kind === 'list') {
            // A list is the last item of its list, so nothing follows on this level.
            depth++;
            i = 0;
            continue;
        }
        const order = mine === undefined
            ? -compareToNothing(theirs, right)
            : theirs === undefined
                ? compareToNothing(mine, left)
                : compareItems(mine, theirs);
        if (order !== 0)
            return order;
        i++;
    }
}
function parse(version) {
    let level = [];
    const levels = [level];
    const descend = () => {
        level = [];
        levels.push(level);
    };
    const tokens = version.toLowerCase().match(/[0-9]+|[^0-9.-]+|[.-]/g) ?? [];
    let previous = 'separator';
    for (const [index, token] of tokens.entries()) {
        const next = kindOf(tokens[index + 1]);
        const kind = kindOf(token);
        if (kind === 'separator') {
            if (previous === 'separator')
                level.push(numberItem('0'));
            if (token === '-')
                descend();
        }
        else if (kind === 'digits') {
            level.push(numberItem(token));
            if (next === 'letters')
                descend();
        }
        else {
            // `1.x1` is read as `1-x1`.
            if (next !== 'separator' && level.length > 0)
                descend();
            level.push(qualifierItem(token, next === 'digits'));
            if (next === 'digits')
                descend();
        }
        previous = kind;
    }
    return withoutNothings(levels);
}
function kindOf(token) {
    if (token === undefined)
        return 'end';
    if (token === '.' || token === '-')
        return 'separator';
    return /^[0-9]/.test(token) ? 'digits' : 'letters';
}
/** Zeros and release qualifiers at the end of a level say nothing, whether or not a list follows: `1.0-x` is `1-x`. */
function withoutNothings(levels) {
    for (const level of levels) {
        for (let last = level.at(-1); last !== undefined && saysNothing(last); last = level.at(-1))
            level.pop();
    }
    let length = levels.length;
    while (length > 0 && levels[length - 1]?.length === 0)
        length--;
    return levels.slice(0, length);
}
function saysNothing(item) {
    return item.kind === 'number' ? item.digits === '' : item.text === '';
}
function itemAt(levels, depth, index) {
    const level = levels[depth];
    if (level === undefined)
        return undefined;
    return level[index] ?? (index === level.length && depth + 1 < levels.length ? { kind: 'list', depth: depth + 1 } : undefined);
}
function numberItem(digits) {
    return { kind: 'number', digits: digits.replace(/^0+/, '') };
}
const shortQualifiers = new Map([
    ['a', 'alpha'],
    ['b', 'beta'],
    ['m', 'milestone'],
]);
const synonyms = new Map([
    ['ga', ''],
    ['final', ''],
    ['release', ''],
    ['cr', 'rc'],
]);
function qualifierItem(token, beforeDigit) {
    const text = (beforeDigit ? shortQualifiers.get(token) : undefined) ?? token;
    return { kind: 'qualifier', text: synonyms.get(text) ?? text };
}
/** Oldest first; the empty qualifier is the release. Unknown qualifiers are newer than all of these, in the order of their letters. */
const knownQualifiers = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp'];
function rank(qualifier) {
    const known = knownQualifiers.indexOf(qualifier);
    return known === -1 ? knownQualifiers.length : known;
}
function compareQualifiers(a, b) {
    const order = rank(a) - rank(b);
    if (order !== 0 || rank(a) < knownQualifiers.length)
        return order;
    return a < b ? -1 : a > b ? 1 : 0;
}
function compareNumbers(a, b) {
    if (a.length !== b.length)
        return a.length - b.length;
    return a < b ? -1 : a > b ? 1 : 0;
}
/** `1.0-x` < `1-1` < `1.1`: qualifiers are older than lists, lists are older than numbers. */
const kindOrder = { qualifier: 0, list: 1, number: 2 };
function compareItems(a, b) {
    if (a.kind === 'number' && b.kind === 'number')
        return compareNumbers(a.digits, b.digits);
    if (a.kind === 'qualifier' && b.kind === 'qualifier')
        return compareQualifiers(a.text, b.text);
    return kindOrder[a.kind] - kindOrder[b.kind];
}
/** How an item compares with the end of the other version: a number with 0, a qualifier with a release, a list by its first item that says something. */
function compareToNothing(item, levels) {
    if (item === undefined)
        return 0;
    if (item.kind === 'number')
        return compareNumbers(item.digits, '');
    if (item.kind === 'qualifier')
        return compareQualifiers(item.text, '');
    const inner = levels.slice(item.depth).flat();
    return inner.map((each) => compareToNothing(each, levels)).find((order) => order !== 0) ?? 0;
}

;// CONCATENATED MODULE: ./build/maven/layout.js


/** The folder of all versions of an artifact, relative to the repository: `org/acme/lib` (https://maven.apache.org/repository/layout.html). */
function artifactFolder({ groupId, artifactId }) {
    return `${groupId.replaceAll('.', '/')}/${artifactId}`;
}
/** The folder of one version, relative to the repository: `org/acme/lib/1.0`. */
function versionFolder(coordinates) {
    return `${artifactFolder(coordinates)}/${coordinates.version}`;
}
/** The coordinates that the path of a POM in a Maven repository says; `undefined` for any other path. */
function coordinatesOfPomPath(path) {
    const segments = path.split('/');
    const [artifactId, version, name] = segments.slice(-3);
    if (segments.length < 4 || artifactId === undefined || version === undefined || name !== `${artifactId}-${version}.pom`)
        return undefined;
    return { groupId: segments.slice(0, -3).join('.'), artifactId, version };
}
/** Whether a file of this name is a POM: `lib-1.0.pom` as repositories have it, or `pom.xml` as projects have it. */
function layout_isPomName(name) {
    return name.endsWith('.pom') || name === 'pom.xml';
}
/**
 * Whether Maven keeps books in a file of this name: `maven-metadata.xml` and its local forms with their sidecars, and what a local repository notes
 * about its downloads. It belongs to no version: a repository writes its own.
 */
function isMavenBookkeeping(name) {
    return /^(maven-metadata[^/]*\.xml(\.(md5|sha1|sha256|sha512|asc))?|_(remote|maven)\.repositories|resolver-status\.properties|.*\.lastUpdated)$/.test(name);
}
/** Whether a file of this name has a place in a Maven repository: it is a POM, or named as one of these POMs says. */
function layout_isNamedAfter(name, poms) {
    return layout_isPomName(name) || isMavenBookkeeping(name) || poms.some((pom) => belongs(name, pom));
}
/** The versions that the POMs of one set say, each once, in Maven's order. */
function versionsOf(poms) {
    return [...new Set(poms.map((pom) => pom.coordinates.version))].sort(compareVersions);
}
/**
 * Gives every file its path in a Maven repository. A file belongs to the POM with the longest `artifactId-version` that its name begins with, any
 * classifier and extension; it may lie anywhere, but a folder that has the shape of the layout must agree with the POM.
 * @param files all files of a release, POMs included; signatures and checksum sidecars are not among them
 * @param poms the POMs among the files that could be read; `file` is the path of the file
 */
function layoutFiles(files, poms) {
    const pomOf = new Map(poms.map((pom) => [pom.file, pom]));
    const artifacts = files.filter((file) => !isMavenBookkeeping(file.name));
    const unreadPom = artifacts.some((file) => layout_isPomName(file.name) && !pomOf.has(file.path));
    const [first] = artifacts;
    if (poms.length === 0 && !unreadPom && first !== undefined)
        return { assignments: [], problems: [noPom(first, artifacts.length)] };
    const problems = judgePoms(poms);
    const assignments = [];
    for (const file of artifacts) {
        const own = pomOf.get(file.path);
        const [pom, rival] = own === undefined ? findPoms(file, poms) : [own];
        if (pom === undefined) {
            // Its POM may be the one that could not be read, and that was told.
            if (!unreadPom)
                problems.push(judgeOrphan(file, poms));
        }
        else if (rival !== undefined) {
            problems.push(judgeRivals(file, pom, rival));
        }
        else {
            const place = judgePlace(file, pom);
            if (place !== undefined)
                problems.push(place);
            assignments.push({ file, pom, path: `${versionFolder(pom.coordinates)}/${own === undefined ? file.name : `${stemOf(pom)}.pom`}` });
        }
    }
    return { assignments, problems };
}
function judgePoms(poms) {
    const problems = [];
    const seen = new Map();
    for (const pom of poms) {
        const coordinates = formatCoordinates(pom.coordinates);
        const twin = seen.get(coordinates);
        if (twin !== undefined) {
            problems.push(problem(`${pom.file} and ${twin.file} both say ${coordinates}`, pom.locations.artifactId, 'Publish one of the two.'));
        }
        seen.set(coordinates, pom);
        if (isSnapshot(pom.coordinates.version)) {
            problems.push(problem(`${coordinates} is a snapshot: its files change under the same version, and this repository holds releases, which never change`, pom.locations.version, 'Build with a release version and publish that.'));
        }
    }
    return problems;
}
/** The POM that a file belongs to; two when nothing tells which, none when there is none. */
function findPoms(file, poms) {
    if (layout_isPomName(file.name))
        return [];
    const score = (pom) => [
        agreement(file.path, pom.coordinates) === 'agrees' ? 1 : 0,
        stemOf(pom).length,
        folderOf(file.path) === folderOf(pom.file) ? 1 : 0,
    ];
    const compare = (a, b) => b.map((value, i) => value - (a[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
    const ranked = poms
        .filter((pom) => belongs(file.name, pom))
        .map((pom) => ({ pom, score: score(pom) }))
        .sort((a, b) => compare(a.score, b.score));
    const [best] = ranked;
    return best === undefined ? [] : ranked.filter(({ score }) => compare(best.score, score) === 0).map(({ pom }) => pom);
}
function belongs(name, pom) {
    const stem = stemOf(pom);
    if (name.startsWith(stem))
        return name[stem.length] === '.' || name[stem.length] === '-';
    // Maven deploys `lib-1.0-20260101.120000-1.jar` under `1.0-SNAPSHOT`; the snapshot itself is told already.
    return isSnapshot(pom.coordinates.version) && name.startsWith(stem.replace(/SNAPSHOT$/i, ''));
}
const takesWhat = 'A Maven repository takes files named <artifactId>-<version>… together with the POM that says so; a POM that is published already stays as it is.';
function noPom(first, count) {
    return problem(`there is no POM among the files (${first.path}${count === 1 ? '' : ` and ${count - 1} more`})`, { file: first.path }, takesWhat);
}
function judgeOrphan(file, poms) {
    const stems = poms.map(stemOf);
    const expected = `${stems.slice(0, 3).join(', ')}${stems.length > 3 ? ', …' : ''}`;
    const beside = poms.find((pom) => folderOf(pom.file) === folderOf(file.path));
    const saying = beside === undefined ? '' : `; ${beside.file} beside it says ${formatCoordinates(beside.coordinates)}`;
    return problem(`${file.path} belongs to no POM: its name does not begin with ${expected}${saying}`, { file: file.path }, takesWhat);
}
function judgeRivals(file, pom, rival) {
    const message = `${file.path} may belong to ${describe(pom)} or to ${describe(rival)}`;
    return problem(message, { file: file.path }, 'Put it into the folder of its POM.');
}
/** A name or a folder that contradicts the POM: somebody made a mistake there, and putting the file where the POM says could hide it. */
function judgePlace(file, pom) {
    const { coordinates, locations } = pom;
    if (isSnapshot(coordinates.version))
        return undefined;
    const correct = 'Correct the POM, or the name and folder of the file.';
    if (file.path === pom.file && file.name !== 'pom.xml' && file.name !== `${stemOf(pom)}.pom`) {
        return problem(`${file.path} says ${formatCoordinates(coordinates)}, which must be named ${stemOf(pom)}.pom`, locations.version, correct);
    }
    if (agreement(file.path, coordinates) !== 'crooked')
        return undefined;
    return problem(`${file.path} does not lie where ${describe(pom)} belongs, in ${versionFolder(coordinates)}`, { file: file.path }, correct);
}
/**
 * How the folder of a file goes with coordinates: it ends as their folder does (as far as it reaches), or it has the shape of the layout and says
 * something else (another group, another version), or it says nothing (`target`, `build/libs`).
 */
function agreement(path, coordinates) {
    const [folder, parent, ...group] = path.split('/').slice(0, -1).toReversed();
    if (folder === undefined || parent !== coordinates.artifactId)
        return 'silent';
    if (folder !== coordinates.version)
        return /^[0-9]/.test(folder) ? 'crooked' : 'silent';
    const wanted = coordinates.groupId.split('.').toReversed();
    return wanted.every((segment, i) => i >= group.length || segment === group[i]) ? 'agrees' : 'crooked';
}
function stemOf({ coordinates: { artifactId, version } }) {
    return `${artifactId}-${version}`;
}
function folderOf(path) {
    return path.slice(0, path.lastIndexOf('/') + 1);
}
function describe(pom) {
    return `${formatCoordinates(pom.coordinates)} (${pom.file})`;
}
function problem(message, location, hint) {
    return { severity: 'error', message, location, hint };
}

// EXTERNAL MODULE: ./node_modules/saxes/saxes.js
var saxes = __nccwpck_require__(9800);
;// CONCATENATED MODULE: ./build/maven/xml.js

/** The largest XML file that is read, in bytes; the longest POMs in public repositories are a tenth of it. */
const maximumXmlBytes = 1024 * 1024;
/** The deepest nesting of elements that is read. */
const maximumXmlDepth = 128;
/** An XML file that cannot be read: what is wrong with it, and where. */
class XmlError extends Error {
    name = 'XmlError';
    position;
    constructor(message, position) {
        super(message);
        this.position = position;
    }
}
/** A well-formed XML file without document type: its text, its elements, and their places. */
class XmlDocument {
    /** The decoded file, without byte order mark. */
    text;
    root;
    #lines;
    constructor(text, root, lines) {
        this.text = text;
        this.root = root;
        this.#lines = lines;
    }
    /** Where an offset into `text` is. */
    position(offset) {
        return this.#lines.position(offset);
    }
    /** Where the content of an element begins, white space skipped; the element itself when it has none. */
    contentPosition(element) {
        let offset = element.contentStart;
        while (offset < element.contentEnd && isXmlSpace(this.text.charCodeAt(offset)))
            offset++;
        return this.position(offset < element.contentEnd ? offset : element.start);
    }
}
/**
 * Reads an XML 1.0 file in UTF-8 or ISO-8859-1. A document type is an error, so no entity is ever defined or expanded
 * (https://owasp.org/www-community/vulnerabilities/XML_External_Entity_(XXE)_Processing).
 * @throws XmlError, and nothing else, whatever the bytes are
 */
function parseXml(bytes) {
    if (bytes.length > maximumXmlBytes)
        throw new XmlError(`the file has ${bytes.length} bytes; at most ${maximumXmlBytes} are read`, { line: 1, column: 1 });
    const text = decode(bytes);
    const lines = new LineIndex(text);
    return new XmlDocument(text, readTree(text, lines), lines);
}
/** Removes XML white space from both ends, in linear time; other blanks (a no-break space) are part of the text. */
function trimXmlSpace(text) {
    let start = 0;
    let end = text.length;
    while (start < end && isXmlSpace(text.charCodeAt(start)))
        start++;
    while (end > start && isXmlSpace(text.charCodeAt(end - 1)))
        end--;
    return text.slice(start, end);
}
/** https://www.w3.org/TR/xml/#NT-S */
function isXmlSpace(code) {
    return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}
function readTree(text, lines) {
    const open = [];
    let root;
    const parser = new saxes/* SaxesParser */.wT({ position: false, xmlns: false });
    const fail = (message, offset) => {
        throw new XmlError(message, lines.position(offset));
    };
    parser.on('error', (error) => fail(error.message.replace(/\.$/, ''), parser.position - 1));
    parser.on('xmldecl', ({ version }) => {
        if (version !== '1.0')
            fail(`XML version ${version}: Maven reads version 1.0 only`, 0);
    });
    parser.on('doctype', () => fail('a document type (<!DOCTYPE …>) is not allowed here', text.lastIndexOf('<!DOCTYPE', parser.position)));
    parser.on('opentagstart', ({ name }) => {
        // A name holds no `<`, so the nearest one before the parser opened this tag.
        const start = text.lastIndexOf('<', parser.position - 1);
        if (open.length === maximumXmlDepth)
            fail(`elements are nested more than ${maximumXmlDepth} deep`, start);
        open.push({ name, attributes: {}, children: [], text: '', start, contentStart: start });
    });
    parser.on('opentag', ({ attributes }) => {
        const element = open.at(-1);
        if (element === undefined)
            return;
        element.contentStart = parser.position;
        element.attributes = attributes;
    });
    const addText = (data) => {
        const element = open.at(-1);
        if (element !== undefined)
            element.text += data;
    };
    parser.on('text', addText);
    parser.on('cdata', addText);
    parser.on('closetag', ({ isSelfClosing }) => {
        const element = open.pop();
        if (element === undefined)
            return;
        const end = parser.position;
        const contentEnd = isSelfClosing ? end : text.lastIndexOf('<', end - 1);
        const closed = { ...element, text: trimXmlSpace(element.text), contentEnd, end };
        const parent = open.at(-1);
        if (parent === undefined)
            root = closed;
        else
            parent.children.push(closed);
    });
    parser.write(text).close();
    return root ?? fail('there is no element', 0);
}
const encodingDeclaration = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"'>]*)["']/;
/** https://www.w3.org/TR/xml/#charencoding, as far as POMs are written today. */
function decode(bytes) {
    const start = { line: 1, column: 1 };
    const [first, second, third] = bytes;
    if ((first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe))
        throw new XmlError(`the file is in UTF-16; ${encodingCure}`, start);
    const marked = first === 0xef && second === 0xbb && third === 0xbf;
    const content = marked ? bytes.subarray(3) : bytes;
    const beginning = Buffer.from(content.buffer, content.byteOffset, Math.min(content.length, 1024)).toString('latin1');
    const declared = encodingDeclaration.exec(beginning)?.[1];
    const encoding = declared?.toUpperCase() ?? 'UTF-8';
    if (encoding === 'UTF-8' || encoding === 'UTF8' || encoding === 'US-ASCII' || encoding === 'ASCII')
        return decodeUtf8(content);
    // Java's ISO-8859-1, unlike the web's, is not windows-1252; Buffer agrees with Java.
    if (encoding === 'ISO-8859-1' && !marked)
        return Buffer.from(content.buffer, content.byteOffset, content.length).toString('latin1');
    throw new XmlError(marked ? `the file begins as UTF-8 but declares ${declared}; ${encodingCure}` : `the encoding ${declared} is not read; ${encodingCure}`, start);
}
const encodingCure = 'save it as UTF-8';
function decodeUtf8(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        const lossy = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
        const lines = new LineIndex(lossy);
        throw new XmlError('there is a byte that is not UTF-8; save the file as UTF-8, or declare its encoding in the first line', lines.position(lossy.indexOf('\ufffd')));
    }
}
/** Turns offsets into lines and columns. */
class LineIndex {
    #starts = [0];
    #length;
    constructor(text) {
        this.#length = text.length;
        for (let newline = text.indexOf('\n'); newline !== -1; newline = text.indexOf('\n', newline + 1))
            this.#starts.push(newline + 1);
    }
    position(offset) {
        const within = Math.min(Math.max(offset, 0), this.#length);
        let low = 0;
        let high = this.#starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((this.#starts[middle] ?? 0) <= within)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + 1, column: within - (this.#starts[low] ?? 0) + 1 };
    }
}

;// CONCATENATED MODULE: ./build/maven/metadata.js




/** The name of the file that lists an artifact's versions, in the folder of the artifact. */
const metadataName = 'maven-metadata.xml';
/**
 * Adds versions to an artifact's `maven-metadata.xml` (https://maven.apache.org/ref/3.9.9/maven-repository-metadata/repository-metadata.html):
 * `versions` in Maven's order, `latest` and `release` the highest, `lastUpdated` the clock's. All else that the file holds stays as it is.
 * @param existing the file as it is in the repository, if it is there
 * @param now milliseconds since 1970
 * @returns the new text, for UTF-8, or undefined when the file says all of it already
 * @throws ActionError when the existing file cannot be understood: it is never replaced by one that has lost versions
 */
function mergeMetadata(existing, add, now) {
    try {
        const document = parseXml(existing ?? Buffer.from(empty));
        return new MetadataMerge(document, add).text(now);
    }
    catch (error) {
        if (!(error instanceof XmlError))
            throw error;
        const { line, column } = error.position;
        throw new core_errors/* ActionError */.lZ('conflict', `cannot read the ${metadataName} of ${add.groupId}:${add.artifactId} in the repository: line ${line}, column ${column}: ${error.message}`, {
            cause: error,
            hint: 'Put back a good copy of that file and run again; it was left as it is.',
        });
    }
}
const empty = '<?xml version="1.0" encoding="UTF-8"?>\n<metadata>\n</metadata>\n';
class MetadataMerge {
    #document;
    #add;
    #newline;
    constructor(document, add) {
        this.#document = document;
        this.#add = add;
        this.#newline = document.text.includes('\r\n') ? '\r\n' : '\n';
    }
    text(now) {
        const { root, text } = this.#document;
        if (root.name !== 'metadata')
            throw this.#damage(`the outermost element is <${root.name}>, not <metadata>`, root);
        const missing = this.#missingIdentity(root);
        const versioning = this.#child(root, 'versioning');
        const versions = this.#child(versioning, 'versions');
        const present = this.#presentVersions(versions);
        const wanted = inMavenOrder([...present, ...this.#add.versions]);
        const latest = wanted.at(-1);
        const release = wanted.findLast((version) => !isSnapshot(version));
        const highest = { latest, release };
        const upToDate = Object.keys(missing).length === 0 &&
            present.join('\n') === wanted.join('\n') &&
            Object.entries(highest).every(([name, version]) => version === undefined || this.#child(versioning, name)?.text === version);
        if (upToDate || latest === undefined)
            return undefined;
        const unknown = (versions?.children ?? [])
            .filter((child) => child.name !== 'version')
            .map((child) => text.slice(child.start, child.end));
        const content = {
            ...textElements(highest),
            versions: this.#block('versions', [...wanted.map((version) => textElement('version', version)), ...unknown], 2),
            ...textElements({ lastUpdated: timestamp(now) }),
        };
        const versioningText = versioning === undefined ? this.#block('versioning', Object.values(content), 1) : this.#withChildren(versioning, content, 1);
        const changed = this.#withChildren(root, { ...missing, versioning: versioningText }, 0);
        const prolog = text.slice(0, root.start).replace(/^(<\?xml[^>]*?\bencoding\s*=\s*["'])[^"']*/, '$1UTF-8');
        return `${prolog}${changed}${text.slice(root.end)}`;
    }
    /** What the file does not say about whose it is; a plugin group's metadata, which may stand at the same place, says nothing. */
    #missingIdentity(root) {
        const missing = {};
        for (const name of ['groupId', 'artifactId']) {
            const element = this.#child(root, name);
            if (element === undefined)
                missing[name] = textElement(name, this.#add[name]);
            else if (element.text !== this.#add[name])
                throw this.#damage(`it says <${name}> ${element.text}, where ${this.#add[name]} is expected`, element);
        }
        return missing;
    }
    #presentVersions(versions) {
        return (versions?.children ?? [])
            .filter((child) => child.name === 'version')
            .map((child) => {
            if (child.text === '')
                throw this.#damage('a <version> is empty', child);
            return child.text;
        });
    }
    #child(element, name) {
        const [first, second] = element?.children.filter((child) => child.name === name) ?? [];
        if (second !== undefined)
            throw this.#damage(`<${name}> is there twice`, second);
        return first;
    }
    /** An element with some of its children replaced, those that it lacks added at its end, and everything between them as it was. */
    #withChildren(element, children, depth) {
        const { text } = this.#document;
        const lacking = new Map(Object.entries(children));
        const selfClosing = element.contentEnd === element.end;
        let result = selfClosing ? `${text.slice(element.start, element.end - '/>'.length)}>` : text.slice(element.start, element.contentStart);
        let copied = element.contentStart;
        for (const child of element.children) {
            result += text.slice(copied, child.start) + (lacking.get(child.name) ?? text.slice(child.start, child.end));
            lacking.delete(child.name);
            copied = child.end;
        }
        for (const child of lacking.values())
            result += `${this.#lineBreak(depth + 1)}${child}`;
        return selfClosing ? `${result}${this.#lineBreak(depth)}</${element.name}>` : result + text.slice(copied, element.end);
    }
    #block(name, children, depth) {
        return `<${name}>${children.map((child) => `${this.#lineBreak(depth + 1)}${child}`).join('')}${this.#lineBreak(depth)}</${name}>`;
    }
    #lineBreak(depth) {
        return `${this.#newline}${'  '.repeat(depth)}`;
    }
    #damage(message, element) {
        return new XmlError(message, this.#document.contentPosition(element));
    }
}
/** Sorted by text first, so that versions which Maven takes for the same (`1.0`, `1.0.0`) stand in one order, whoever publishes last. */
function inMavenOrder(versions) {
    return [...new Set(versions)].sort().sort(compareVersions);
}
function textElements(values) {
    const elements = {};
    for (const [name, value] of Object.entries(values))
        if (value !== undefined)
            elements[name] = textElement(name, value);
    return elements;
}
function textElement(name, value) {
    const escaped = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return `<${name}>${escaped}</${name}>`;
}
/** `yyyyMMddHHmmss`, UTC. */
function timestamp(milliseconds) {
    return new Date(milliseconds)
        .toISOString()
        .slice(0, 19)
        .replace(/[^0-9]/g, '');
}

;// CONCATENATED MODULE: ./build/maven/pom-expressions.js
/** How many expressions may stand for one another in a row. */
const maximumExpressionDepth = 32;
/** How long a value may become, in UTF-16 units. */
const maximumExpressionLength = 64 * 1024;
/** How much text one model's expressions may become in all, in UTF-16 units: a thousand times what large BOMs need. */
const maximumExpressionText = 4 * 1024 * 1024;
/** An expression that cannot be replaced; the message is the end of a sentence that names the element. */
class PomExpressionError extends Error {
    name = 'PomExpressionError';
}
/** Maven's `${…}` (https://maven.apache.org/pom.html#properties), replaced by what is known: of one POM alone, or with its parents. */
class PomExpressions {
    #known;
    #keepsUnknown;
    #replacedText = 0;
    /** Each name is worked out once: otherwise a few names that each hold the next one twice take for ever. */
    #resolved = new Map();
    /** @param known the text of each name, with the expressions that it holds */
    constructor(known, options = {}) {
        this.#known = known;
        this.#keepsUnknown = options.unknown === 'keep';
    }
    /** @throws PomExpressionError when a name is unknown (unless those are kept), stands for itself, or leads too deep or to too much text */
    resolve(text) {
        return this.#replace(text, []);
    }
    #replace(text, trail) {
        let length = text.length;
        return text.replace(expression, (_, name) => {
            const value = this.#value(name, trail);
            length += value.length;
            this.#replacedText += value.length;
            if (length > maximumExpressionLength)
                throw new PomExpressionError(`becomes longer than ${maximumExpressionLength} characters`);
            if (this.#replacedText > maximumExpressionText)
                throw new PomExpressionError('is one of too many that hold long expressions');
            return value;
        });
    }
    #value(name, trail) {
        const resolved = this.#resolved.get(name);
        if (resolved !== undefined)
            return resolved;
        if (trail.includes(name))
            throw new PomExpressionError(`holds \${${name}}, which stands for itself`);
        if (trail.length === maximumExpressionDepth)
            throw new PomExpressionError(`leads through more than ${maximumExpressionDepth} expressions`);
        const raw = this.#known.get(name);
        if (raw === undefined && this.#keepsUnknown)
            return `\${${name}}`;
        if (raw === undefined)
            throw new PomExpressionError(`holds \${${name}}, which this POM does not define`);
        const value = this.#replace(raw, [...trail, name]);
        this.#resolved.set(name, value);
        return value;
    }
}
/** The names of the expressions in a text, each once. */
function expressionsIn(text) {
    return [...new Set(Array.from(text.matchAll(expression), ([, name]) => name ?? ''))];
}
const expression = /\$\{([^{}]*)\}/g;

;// CONCATENATED MODULE: ./build/maven/pom.js



/**
 * Reads the facts of a POM (https://maven.apache.org/pom.html). Every mistake becomes an error with its line and column.
 * @param file the path that messages name
 * @returns undefined when there were errors
 */
function readPom(bytes, file, diagnostics) {
    try {
        return new PomReader(parseXml(bytes), file, diagnostics).read();
    }
    catch (error) {
        if (!(error instanceof XmlError))
            throw error;
        diagnostics.error(`cannot read the POM: ${error.message}`, { location: { file, ...error.position } });
        return undefined;
    }
}
const flatten = 'Publish the POM with the value filled in: Maven does that with the flatten-maven-plugin (goal flatten:flatten).';
class PomReader {
    #document;
    #file;
    #diagnostics;
    #failed = false;
    constructor(document, file, diagnostics) {
        this.#document = document;
        this.#file = file;
        this.#diagnostics = diagnostics;
    }
    read() {
        const project = this.#document.root;
        if (project.name !== 'project') {
            this.#error(`this is no POM: the outermost element is <${project.name}>, not <project>`, this.#locate(project));
            return undefined;
        }
        const own = this.#children(project, ['groupId', 'artifactId', 'version', 'packaging', 'name', 'parent', 'properties']);
        const parent = own.parent && this.#children(own.parent, coordinateParts);
        const sources = { groupId: own.groupId ?? parent?.groupId, artifactId: own.artifactId, version: own.version ?? parent?.version };
        const packaging = own.packaging?.text || 'jar';
        const expressions = new PomExpressions(knownValues({
            project: { ...textOf(sources), packaging, name: own.name?.text },
            parent: textOf(parent ?? {}),
            properties: own.properties?.children ?? [],
        }));
        const coordinates = { groupId: '', artifactId: '', version: '' };
        const locations = { groupId: this.#locate(project), artifactId: this.#locate(project), version: this.#locate(project) };
        for (const part of coordinateParts) {
            const element = sources[part];
            if (element === undefined) {
                this.#error(`the POM has no <${part}>${part === 'artifactId' ? '' : ', neither its own nor in <parent>'}`, locations[part]);
                continue;
            }
            locations[part] = this.#locate(element);
            coordinates[part] = this.#coordinate(part, element, expressions);
        }
        const facts = { file: this.#file, coordinates, locations, packaging: lenient(packaging, expressions) };
        if (this.#failed)
            return undefined;
        return own.name?.text ? { ...facts, name: lenient(own.name.text, expressions) } : facts;
    }
    #coordinate(part, element, expressions) {
        if (element.children.length > 0) {
            this.#error(`<${part}> holds elements, where text is expected`, this.#locate(element));
            return '';
        }
        try {
            const value = expressions.resolve(element.text);
            const problem = coordinateProblem(part, value);
            if (problem !== undefined)
                this.#error(`<${part}> ${problem}${value === '' ? '' : `: ${excerpt(value)}`}`, this.#locate(element));
            return value;
        }
        catch (error) {
            if (!(error instanceof PomExpressionError))
                throw error;
            this.#error(`<${part}> ${error.message}`, this.#locate(element), flatten);
            return '';
        }
    }
    /** Maven reads a POM in which one of these occurs twice as damaged, and so do we: which of both counts would be a guess. */
    #children(element, names) {
        const found = {};
        for (const name of names) {
            const [first, second] = element.children.filter((child) => child.name === name);
            if (first !== undefined)
                found[name] = first;
            if (second !== undefined)
                this.#error(`<${name}> is there twice in <${element.name}>`, this.#locate(second));
        }
        return found;
    }
    #locate(element) {
        const position = element.children.length === 0 ? this.#document.contentPosition(element) : this.#document.position(element.start);
        return { file: this.#file, ...position };
    }
    #error(message, location, hint) {
        this.#failed = true;
        this.#diagnostics.error(message, hint === undefined ? { location } : { location, hint });
    }
}
/** Names in Maven's order of precedence: the model by its prefix, the POM's properties, the model without prefix as Maven 1 had it. */
function knownValues({ project, parent, properties }) {
    const known = new Map();
    const learn = (prefix, values) => {
        for (const [name, value] of Object.entries(values))
            if (value !== undefined)
                known.set(`${prefix}${name}`, value);
    };
    learn('', project);
    learn('parent.', parent);
    for (const { name, text } of properties)
        known.set(name, text);
    for (const prefix of ['pom.', 'project.']) {
        learn(prefix, project);
        learn(`${prefix}parent.`, parent);
    }
    return known;
}
function textOf(elements) {
    return Object.fromEntries(Object.entries(elements).map(([name, element]) => [name, element?.text]));
}
function lenient(text, expressions) {
    try {
        return expressions.resolve(text);
    }
    catch (error) {
        if (!(error instanceof PomExpressionError))
            throw error;
        return text;
    }
}
function excerpt(text) {
    return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./build/model/digests.js
/** The digest algorithms of a version record, in the order in which it lists them. */
const digestAlgorithms = ['md5', 'sha1', 'sha256', 'sha512'];

;// CONCATENATED MODULE: ./build/model/file-digests.js


/** All digests of a small text of ours. */
function digestsOfText(text) {
    const digest = (algorithm) => (0,external_node_crypto_.createHash)(algorithm).update(text).digest('hex');
    return { md5: digest('md5'), sha1: digest('sha1'), sha256: digest('sha256'), sha512: digest('sha512') };
}
const lengths = { md5: 32, sha1: 40, sha256: 64, sha512: 128 };
/**
 * The digest that a checksum file says, lower case: bare, in the format of `sha256sum` (`hex  name`), or in BSD's (`SHA256 (name) = hex`).
 * `undefined` when it says none.
 */
function digestInSidecar(content, algorithm) {
    const text = Buffer.from(content).toString();
    const hex = `([0-9a-fA-F]{${lengths[algorithm]}})`;
    const found = new RegExp(`^\\s*\\\\?${hex}(\\s|$)`).exec(text) ?? new RegExp(`= ${hex}\\s*$`).exec(text);
    return found?.[1]?.toLowerCase();
}
/** Names the digests that differ between what a record says and what a file is. */
function differingDigests(recorded, actual) {
    return digestAlgorithms.filter((algorithm) => recorded[algorithm] !== actual[algorithm]);
}

;// CONCATENATED MODULE: ./build/publication/maven-files.js






/** Reads the POMs among the files; mistakes in them are collected with line and column. */
async function readPoms(files, diagnostics) {
    const poms = await Promise.all(files
        .filter(({ name }) => layout_isPomName(name))
        .map(async ({ absolute, shownAs }) => readPom(await (0,promises_.readFile)(absolute), shownAs, diagnostics)));
    return poms.filter((pom) => pom !== undefined);
}
/** The versions that the POMs say. */
function pomVersions(poms) {
    return versionsOf(poms);
}
/** Maven's releases are forever, its snapshots are not: a repository of releases takes none. */
function checkRelease(version, diagnostics) {
    if (version === undefined || !isSnapshot(version))
        return;
    diagnostics.error(`'${version}' is a snapshot, which a repository of releases does not take: its files would change under one name`, {
        hint: 'Publish a release version; snapshots belong into a snapshot repository.',
    });
}
/**
 * Gives every file its path in the Maven layout. Files whose POM was published before by another run of the same version (a matrix build) belong to
 * that POM.
 */
function placeInLayout(files, poms, earlier, diagnostics) {
    const artifacts = files.map((file) => ({ name: file.name, path: file.shownAs, file }));
    const { assignments, problems } = layoutFiles(artifacts, [...poms, ...publishedPoms(earlier, poms)]);
    for (const { message, ...details } of problems)
        diagnostics.error(message, details);
    return assignments.map(({ path, file }) => ({ path, file: file.file }));
}
/** Files whose names say that they belong to none of the POMs; none while a POM could not be read, for they may be its. */
function straysOf(files, poms, earlier) {
    const known = [...poms, ...publishedPoms(earlier, poms)];
    if (known.length === 0 || files.filter(({ name }) => isPomName(name)).length > poms.length)
        return [];
    return files.filter(({ name }) => !isNamedAfter(name, known));
}
/** What Maven writes for its own use is never published; ours is merged anew. */
function withoutBookkeeping(files) {
    return files.filter(({ name }) => !isMavenBookkeeping(name));
}
/** The checksum files of a file in a Maven repository: md5 and sha1 always, as Maven makes them today, and those that were given. */
function mavenSidecars(given, digests) {
    const algorithms = new Set(['md5', 'sha1', ...given]);
    return [...algorithms].map((algorithm) => ({ algorithm, content: digests[algorithm], generated: true }));
}
/** The POMs that a version has already, known by their paths, unless this run brings them again. */
function publishedPoms(records, given) {
    const known = new Set(given.map(({ coordinates }) => keyOf(coordinates)));
    const poms = new Map();
    for (const { path } of records.flatMap(({ files }) => files)) {
        const coordinates = coordinatesOfPomPath(path);
        if (coordinates === undefined || known.has(keyOf(coordinates)))
            continue;
        const location = { file: path };
        poms.set(path, { file: path, coordinates, packaging: 'jar', locations: { groupId: location, artifactId: location, version: location } });
    }
    return [...poms.values()];
}
function keyOf({ groupId, artifactId }) {
    return `${groupId}:${artifactId}`;
}
/**
 * The `maven-metadata.xml` of every artifact of a published version, merged with what is there, and its checksums. Read and written under the
 * repository's lock, so that concurrent publishers lose none of each other's versions.
 */
async function metadataDocuments(repository, record, now) {
    const documents = [];
    for (const { path } of record.files) {
        const coordinates = coordinatesOfPomPath(path);
        if (coordinates === undefined)
            continue;
        const { groupId, artifactId, version } = coordinates;
        const file = `${artifactFolder(coordinates)}/${metadataName}`;
        const existing = await repository.read(file);
        const merged = mergeMetadata(existing, { groupId, artifactId, versions: [version] }, now);
        if (merged !== undefined)
            documents.push({ path: file, content: merged });
        documents.push(...(await checksumDocuments(repository, file, merged ?? existing ?? '')));
    }
    return documents;
}
/** md5 and sha1 always; sha256 and sha512 where another tool left them: they would be wrong otherwise. */
async function checksumDocuments(repository, file, content) {
    const documents = [];
    for (const [algorithm, digest] of Object.entries(digestsOfText(content))) {
        const path = `${file}.${algorithm}`;
        const there = await repository.read(path);
        const wanted = there !== undefined || algorithm === 'md5' || algorithm === 'sha1';
        if (wanted && (there === undefined || Buffer.from(there).toString().trim() !== digest))
            documents.push({ path, content: digest });
    }
    return documents;
}

;// CONCATENATED MODULE: ./build/publication/names.js

// Bytes of a name as `.outtray/` spells it: with `.json` it must be a file name, and the longest have 255.
const longestName = 200;
/** What a tag says by a pattern such as `v{version}`, else the whole tag. */
function versionInTag(pattern, tag) {
    const [before = '', after = ''] = pattern.split('{version}');
    const fits = pattern.includes('{version}') && tag.length > before.length + after.length && tag.startsWith(before) && tag.endsWith(after);
    return fits ? tag.slice(before.length, tag.length - after.length) : tag;
}
/** Tells what is wrong with a name that a person gave. */
function checkName(kind, name, diagnostics) {
    if (name === undefined)
        return;
    const bytes = repository_path_encodeName(name).length;
    if (bytes > longestName) {
        diagnostics.error(`the ${kind} name takes ${bytes} bytes in a file name, more than ${longestName}: '${name.slice(0, 40)}…'`, {
            hint: 'Characters other than `A-Z a-z 0-9 . _ + -` take three bytes and more, being percent-encoded. Choose a shorter name.',
        });
    }
    if (/[\u0000-\u001f\u007f]/.test(name))
        diagnostics.error(`the ${kind} name '${name}' contains a control character`);
}

// EXTERNAL MODULE: ./build/core/clock.js + 1 modules
var clock = __nccwpck_require__(4396);
;// CONCATENATED MODULE: ./build/model/recorded-run.js
/** What a record says of the workflow run that makes it; nothing of it is known outside GitHub. */
function recordedRun({ repository, workflow, ref, sha, runId, runAttempt }) {
    return {
        ...(repository !== undefined && { repository }),
        ...(workflow !== undefined && { workflow }),
        ...(ref !== undefined && { ref }),
        ...(sha !== undefined && { commit: sha }),
        ...(runId !== undefined && { id: runId }),
        // The variable is anybody's to set: a record with anything but a number could not be read again.
        ...(/^\d{1,9}$/.test(runAttempt ?? '') && { attempt: Number(runAttempt) }),
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./build/signing/steady-file.js
// Reading files that must not be links and must not change while we read. Node's own modules only: workers load this file.


/** Opens a file for reading; a link in its place is an error, so that nothing is read that was not chosen. */
function openSteady(file) {
    try {
        // Windows has no O_NOFOLLOW; there links need a privilege.
        return (0,external_node_fs_.openSync)(file.path, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0));
    }
    catch (error) {
        const code = (0,core_errors/* systemCode */.xU)(error);
        if (code === 'ELOOP' || code === 'ENOENT')
            throw changed(file, 'it was replaced or removed', error);
        throw new core_errors/* ActionError */.lZ('unavailable', `${file.path} cannot be read: ${(0,core_errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}
/** Runs `body` over an open file and makes sure that the file is, before and after, the one that was found. */
function whileSteady(file, descriptor, body) {
    const before = (0,external_node_fs_.fstatSync)(descriptor);
    if (!before.isFile())
        throw changed(file, 'it is no longer a file');
    if (before.size !== file.size)
        throw changed(file, `its size was ${file.size} and is now ${before.size} bytes`);
    if (file.mtimeMs !== undefined && before.mtimeMs !== file.mtimeMs)
        throw changed(file, 'it was written again');
    const result = body();
    const after = (0,external_node_fs_.fstatSync)(descriptor);
    if (after.size !== before.size || after.mtimeMs !== before.mtimeMs)
        throw changed(file, 'it was written while we read it');
    return result;
}
/** Reads a file that is open, or opens, reads and closes it in one. */
function readSteady(file, body) {
    const open = file.descriptor;
    if (open !== undefined)
        return whileSteady(file, open, () => body(open));
    const descriptor = openSteady(file);
    try {
        return whileSteady(file, descriptor, () => body(descriptor));
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
/** Reads the whole file through the buffer, whose length is the longest piece. Positions are given, so that threads may share a descriptor. */
function readPieces(file, descriptor, buffer, take) {
    for (let position = 0; position < file.size;) {
        const count = readAt(descriptor, buffer.subarray(0, Math.min(buffer.length, file.size - position)), position);
        if (count === 0)
            throw changed(file, 'it became shorter while we read it');
        take(buffer.subarray(0, count));
        position += count;
    }
}
/** Reads from a position until the room is full or the file ends; gives the number of bytes. One read may give less than was asked for. */
function readAt(descriptor, room, position) {
    let filled = 0;
    while (filled < room.length) {
        const count = (0,external_node_fs_.readSync)(descriptor, room, filled, room.length - filled, position + filled);
        if (count === 0)
            break;
        filled += count;
    }
    return filled;
}
function changed(file, how, cause) {
    return new core_errors/* ActionError */.lZ('conflict', `${file.path} changed during the run: ${how}`, {
        hint: 'Something else writes into the workspace: let it finish first, then run again.',
        cause,
    });
}

;// CONCATENATED MODULE: ./build/signing/copy-task.js
// Copies one file and proves the copy. Node's own modules only: workers load this file.




/**
 * Copies a file. The source is opened once and what is copied is what is hashed; the target is new, with ordinary permissions, and is read again.
 * A source or a target with another digest is an error, and the target is removed.
 */
function copyFile(task, buffer) {
    const target = createTarget(task);
    try {
        try {
            const copied = copyInto(task, target, buffer);
            if (copied !== task.sha256)
                throw wrongDigest(task.from, task.sha256, copied);
        }
        finally {
            (0,external_node_fs_.closeSync)(target);
        }
        const written = digestOf({ path: task.to, size: task.size }, buffer);
        if (written !== task.sha256)
            throw wrongDigest(task.to, task.sha256, written);
    }
    catch (error) {
        (0,external_node_fs_.unlinkSync)(task.to);
        throw error;
    }
}
function createTarget({ from, to }) {
    try {
        return (0,external_node_fs_.openSync)(to, 'wx', 0o666);
    }
    catch (error) {
        const there = (0,core_errors/* systemCode */.xU)(error) === 'EEXIST';
        throw new core_errors/* ActionError */.lZ(there ? 'conflict' : 'unavailable', `${from} cannot be copied to ${to}: ${there ? 'something is there' : (0,core_errors/* messageOf */.bD)(error)}`, {
            cause: error,
        });
    }
}
function copyInto(task, target, buffer) {
    const source = { path: task.from, size: task.size };
    const running = (0,external_node_crypto_.createHash)('sha256');
    readSteady(source, (descriptor) => readPieces(source, descriptor, buffer, (piece) => {
        running.update(piece);
        writeAll(target, piece, task);
    }));
    return running.digest('hex');
}
function digestOf(file, buffer) {
    const running = (0,external_node_crypto_.createHash)('sha256');
    readSteady(file, (descriptor) => readPieces(file, descriptor, buffer, (piece) => running.update(piece)));
    return running.digest('hex');
}
/** One write may take less than it was given. */
function writeAll(descriptor, piece, { to }) {
    try {
        for (let written = 0; written < piece.length;)
            written += (0,external_node_fs_.writeSync)(descriptor, piece, written);
    }
    catch (error) {
        throw new core_errors/* ActionError */.lZ('unavailable', `${to} cannot be written: ${(0,core_errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}
function wrongDigest(path, expected, actual) {
    return new core_errors/* ActionError */.lZ('conflict', `${path} is not what was checked: its SHA-256 is ${actual}, expected ${expected}`, {
        hint: 'It changed during the run: let whatever writes there finish, then run again.',
    });
}

;// CONCATENATED MODULE: external "node:zlib"
const external_node_zlib_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");
;// CONCATENATED MODULE: ./build/signing/hash-task.js
// The inner loop: one pass over a file for some of its digests. Node's own modules only: workers load this file.



// Measured (1 KB to 500 KB): one-shot hashing of a whole file in memory beats running hashes; from 256 KB the size of a piece hardly matters.
const wholeFileLimit = 1 << 20;
const pieceSize = 1 << 19;
/** Reading room of one thread. */
function newBuffer() {
    return Buffer.allocUnsafeSlow(wholeFileLimit);
}
/** Runs one task in the thread's buffer. With `signs` the SHA-512 stays open for the signature's trailer. */
function hashFile(task, buffer, signs) {
    return readSteady(task, (descriptor) => hashDescriptor(task, { descriptor, buffer, signs }));
}
function hashDescriptor(task, { descriptor, buffer, signs }) {
    const keepsRunning = signs && task.algorithms.includes('sha512');
    const open = new Map();
    if (keepsRunning)
        for (const name of new Set(['sha512', task.signatureHash ?? 'sha512']))
            open.set(name, (0,external_node_crypto_.createHash)(name));
    const digests = {};
    let crc = 0;
    if (task.size <= wholeFileLimit) {
        let length = 0;
        readPieces(task, descriptor, buffer, (piece) => {
            length += piece.length;
        });
        const content = buffer.subarray(0, length);
        for (const running of open.values())
            running.update(content);
        if (task.crc32)
            crc = (0,external_node_zlib_namespaceObject.crc32)(content);
        for (const name of task.algorithms)
            if (!open.has(name))
                digests[name] = (0,external_node_crypto_.hash)(name, content, 'hex');
    }
    else {
        for (const name of task.algorithms)
            if (!open.has(name))
                open.set(name, (0,external_node_crypto_.createHash)(name));
        const hashes = [...open.values()];
        readPieces(task, descriptor, buffer.subarray(0, pieceSize), (piece) => {
            for (const running of hashes)
                running.update(piece);
            if (task.crc32)
                crc = (0,external_node_zlib_namespaceObject.crc32)(piece, crc);
        });
    }
    for (const name of task.algorithms)
        digests[name] ??= open.get(name)?.copy().digest('hex') ?? '';
    const sha512 = open.get('sha512');
    const existing = open.get(task.signatureHash ?? '');
    return {
        digests,
        ...(task.crc32 && { crc32: crc }),
        ...(keepsRunning && sha512 && { running: { sha512, ...(existing && { existing }) } }),
    };
}

;// CONCATENATED MODULE: ./build/signing/plan.js
/** Nanoseconds per byte on one core of a current server (docs/benchmarks.md); only the proportions matter. */
const cost = { md5: 1.24, sha1: 0.52, sha256: 0.55, sha512: 1.14 };
const crc32Cost = 0.2;
/** How to share one large file among 1, 2 or at least 3 workers. MD5 is serial and the slowest: more parts gain nothing. */
const splits = [
    [['md5', 'sha1', 'sha256', 'sha512']],
    [
        ['md5', 'sha1'],
        ['sha512', 'sha256'],
    ],
    [['md5'], ['sha512'], ['sha1', 'sha256']],
];
/** The digests of one large file in parts that take about the same time, at most `workers` of them. */
function partsFor(workers) {
    return splits[Math.min(workers, splits.length) - 1] ?? [];
}
const smallestSplit = 16 * 1024 * 1024;
/** An RSA-4096 signature with its verification, in nanoseconds. */
const signatureCost = 2_000_000;
/** What hashing these files on one core takes, in milliseconds, roughly. */
function estimate(files, signs) {
    const bytes = files.reduce((sum, file) => sum + file.size, 0);
    return (bytes * costOf(splits[0]?.[0] ?? []) + files.length * (signs ? signatureCost : 0)) / 1_000_000;
}
/**
 * Cuts the work into (file, digests) tasks. A file that is large enough to leave workers idle at the end is split by digests: each part reads the
 * file itself, which costs 2 % (reading from the page cache is 0.06 ns per byte). Longest tasks first.
 */
function planTasks(files, workers, wants = {}) {
    const total = files.reduce((sum, file) => sum + file.size, 0);
    const tasks = files.flatMap((file, index) => {
        const large = file.size > smallestSplit && file.size > total / (4 * workers);
        const parts = partsFor(large ? workers : 1);
        return parts.map((algorithms) => taskOf(file, { index, algorithms, crc32: wants.crc32 ?? false }));
    });
    return tasks.sort((a, b) => b.size - a.size || costOf(b.algorithms, b.crc32) - costOf(a.algorithms, a.crc32));
}
function taskOf({ path, size, mtimeMs, descriptor, existing }, { index, algorithms, crc32 }) {
    const signatureHash = algorithms.includes('sha512') ? existing?.checkable?.hash : undefined;
    return {
        index,
        path,
        size,
        algorithms,
        // Whichever way a file is split, the part with SHA-256 has the most time left.
        ...(crc32 && algorithms.includes('sha256') && { crc32 }),
        ...(mtimeMs !== undefined && { mtimeMs }),
        ...(descriptor !== undefined && { descriptor }),
        ...(signatureHash !== undefined && { signatureHash }),
    };
}
function costOf(algorithms, crc32 = false) {
    return algorithms.reduce((sum, name) => sum + cost[name], crc32 ? crc32Cost : 0);
}

;// CONCATENATED MODULE: ./build/signing/armor.js
// ASCII armor (RFC 9580 section 6).
const crcInitial = 0xb704ce;
const crcPolynomial = 0x1864cfb;
const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte << 16;
    for (let bit = 0; bit < 8; bit++)
        crc = crc & 0x800000 ? (crc << 1) ^ crcPolynomial : crc << 1;
    return crc & 0xffffff;
});
/** The armor's checksum (6.1). RFC 9580 lets writers leave it out; older verifiers want it. */
function crc24(bytes) {
    let crc = crcInitial;
    for (const byte of bytes)
        crc = ((crc << 8) ^ (crcTable[((crc >> 16) ^ byte) & 0xff] ?? 0)) & 0xffffff;
    return Buffer.from([crc >> 16, (crc >> 8) & 0xff, crc & 0xff]);
}
/** Armors a detached signature (6.2): no headers, lines of 64 characters, a final newline. */
function armorSignature(packet) {
    const lines = packet.toString('base64').match(/.{1,64}/g) ?? [];
    return ['-----BEGIN PGP SIGNATURE-----', '', ...lines, `=${crc24(packet).toString('base64')}`, '-----END PGP SIGNATURE-----', ''].join('\n');
}
/** All armored blocks, in order; what stands around them is ignored. A beginning in the middle of a line counts as a damaged block. */
function armoredBlocks(text) {
    const pieces = text.split(/(?=-----BEGIN PGP )/);
    return pieces.flatMap((piece, index) => {
        if (!piece.startsWith('-----BEGIN PGP '))
            return [];
        const before = pieces[index - 1] ?? '';
        const [whole, kind = '', content] = /^-----BEGIN PGP ([^-\n]+)-----[ \t]*\r?\n([\s\S]*?)^-----END PGP \1-----/m.exec(piece) ?? [];
        if (whole === undefined || content === undefined)
            return [{ kind, text: piece, intact: false }];
        const { bytes, intact } = readBody(content);
        return [{ kind, text: whole, ...(bytes && { bytes }), intact: intact && (before === '' || before.endsWith('\n')) }];
    });
}
/** Headers, a blank line, base64, and a checksum that may be absent (6.2). */
function readBody(content) {
    const lines = content.split('\n').map((line) => line.trim());
    const body = lines.slice(lines.indexOf('') + 1).filter((line) => line !== '');
    const end = body.findIndex((line) => line.startsWith('='));
    const data = (end < 0 ? body : body.slice(0, end)).join('');
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(data))
        return { intact: false };
    const bytes = Buffer.from(data, 'base64');
    const checksum = end < 0 ? '' : body.slice(end).join('\n');
    const right = checksum === '' || checksum === `=${crc24(bytes).toString('base64')}`;
    return { bytes, intact: right && lines.includes('') && data.length % 4 === 0 };
}

;// CONCATENATED MODULE: ./build/signing/signature-packet.js
// Detached OpenPGP signatures over files: version 4, type 0x00, SHA-512 (RFC 9580 section 5.2).

/** Numbers of RFC 9580 sections 5.2.1, 9.1 and 9.5. */
const binaryDocument = 0x00;
const textDocument = 0x01;
const publicKeyAlgorithms = { rsa: 1, rsaSign: 3, dsa: 17, ecdsa: 19, eddsaLegacy: 22, ed25519: 27, ed448: 28 };
const sha512Id = 10;
/** Numbers of the subpackets that say when and by whom (5.2.3.7). */
const subpackets = { creationTime: 2, expirationTime: 3, issuerKeyId: 16, issuerFingerprint: 33 };
/** Lays out the hashed part once for all files. */
function signatureTemplate({ algorithm, fingerprint, created }) {
    const time = Buffer.alloc(4);
    time.writeUInt32BE(created);
    const area = Buffer.concat([
        subpacket(subpackets.creationTime, time), // 5.2.3.11
        subpacket(subpackets.issuerKeyId, fingerprint.subarray(-8)), // 5.2.3.12
        subpacket(subpackets.issuerFingerprint, Buffer.concat([Buffer.of(4), fingerprint])), // 5.2.3.35
    ]);
    const hashed = Buffer.concat([Buffer.of(4, binaryDocument, algorithm, sha512Id), uint16(area.length), area]); // 5.2.3
    return { hashed, trailer: trailerOf(hashed) };
}
/** What a version 4 signature hashes after the document (5.2.4). */
function trailerOf(hashed) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(hashed.length);
    return Buffer.concat([hashed, Buffer.of(4, 0xff), length]);
}
/** The body of a signature packet. `digest` is the SHA-512 of file and trailer, `fields` the algorithm's own numbers (5.2.3.1 to 5.2.3.3). */
function signatureBody(template, digest, fields) {
    const nothingUnhashed = uint16(0);
    return Buffer.concat([template.hashed, nothingUnhashed, digest.subarray(0, 2), fields]);
}
/** A signature as it is written beside its file. */
function armoredSignature(body) {
    return armorSignature(Buffer.concat([packetHeader(2, body.length), body]));
}
/** A multiprecision integer: its length in bits, then its bytes without leading zeros (3.2). */
function mpi(number) {
    const start = number.findIndex((byte) => byte !== 0);
    const bytes = start < 0 ? number.subarray(number.length) : number.subarray(start);
    const bits = bytes.length === 0 ? 0 : bytes.length * 8 - (Math.clz32(bytes[0] ?? 0) - 24);
    return Buffer.concat([uint16(bits), bytes]);
}
/** Reads the multiprecision integers that fill `bytes`, each padded to `size` bytes; undefined when they do not fit. */
function readMpis(bytes, size) {
    const numbers = [];
    for (let at = 0; at < bytes.length;) {
        const length = Math.ceil((((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)) / 8);
        const number = bytes.subarray(at + 2, at + 2 + length);
        if (number.length !== length || length > size)
            return undefined;
        numbers.push(Buffer.concat([Buffer.alloc(size - length), number]));
        at += 2 + length;
    }
    return numbers;
}
/** A packet header with the length in the current format (4.2.1); our signatures stay below 8384 bytes. */
function packetHeader(type, length) {
    const tag = 0xc0 | type;
    return length < 192 ? Buffer.of(tag, length) : Buffer.of(tag, ((length - 192) >> 8) + 192, (length - 192) & 0xff);
}
function subpacket(type, body) {
    return Buffer.concat([Buffer.of(body.length + 1, type), body]);
}
function uint16(value) {
    return Buffer.of(value >> 8, value & 0xff);
}

;// CONCATENATED MODULE: ./build/signing/native-key.js
// RSA and Ed25519 over finished digests through node:crypto. Nothing else is imported: workers load this file.


/** Makes node:crypto's keys from OpenPGP's numbers; undefined for algorithms other than RSA and Ed25519 (of algorithm 22). */
function nativeKey(algorithm, publicNumbers, secretNumbers) {
    if (algorithm === publicKeyAlgorithms.rsa || algorithm === publicKeyAlgorithms.rsaSign)
        return rsaKey(publicNumbers, secretNumbers);
    return algorithm === publicKeyAlgorithms.eddsaLegacy ? ed25519Key(publicNumbers, secretNumbers) : undefined;
}
function rsaKey({ n, e }, { d, p, q, u }) {
    if (!n || !e || !d || !p || !q || !u)
        return undefined;
    const rest = (prime) => bytesOf(numberOf(d) % (numberOf(prime) - 1n));
    // OpenPGP keeps u = 1/p mod q, JWK keeps qi = 1/q mod p: p and q change places.
    const numbers = { n, e, d, p: q, q: p, dp: rest(q), dq: rest(p), qi: u };
    const jwk = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, base64url(value)]));
    return {
        kind: 'rsa',
        privateKey: (0,external_node_crypto_.createPrivateKey)({ format: 'jwk', key: { kty: 'RSA', ...jwk } }),
        publicKey: publicKeyOf({ kty: 'RSA', n: base64url(n), e: base64url(e) }),
        size: n.length,
    };
}
function ed25519Key({ Q }, { seed }) {
    if (!Q || !seed || Q.length !== 33)
        return undefined;
    const x = base64url(Q.subarray(1));
    return {
        kind: 'ed25519',
        privateKey: (0,external_node_crypto_.createPrivateKey)({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x, d: base64url(seed) } }),
        publicKey: publicKeyOf({ kty: 'OKP', crv: 'Ed25519', x }),
        size: 32,
    };
}
/** ASN.1 of `DigestInfo` before the digest itself (RFC 8017 section 9.2, note 1). */
const digestInfo = {
    sha224: Buffer.from('302d300d06096086480165030402040500041c', 'hex'),
    sha256: Buffer.from('3031300d060960864801650304020105000420', 'hex'),
    sha384: Buffer.from('3041300d060960864801650304020205000430', 'hex'),
    sha512: Buffer.from('3051300d060960864801650304020305000440', 'hex'),
};
/** Signs a SHA-512 digest and verifies the result; gives the signature's numbers. Throws when the key does not verify what it signed. */
function signDigest(key, digest) {
    const fields = key.kind === 'rsa' ? mpi(rsaSignature(key, digest)) : ed25519Fields((0,external_node_crypto_.sign)(null, digest, key.privateKey));
    if (!verifyDigest(key, { hash: 'sha512', digest, fields }))
        throw new Error('the secret key does not belong to its public key');
    return fields;
}
/** Whether the signature's numbers are this key's over that digest. */
function verifyDigest(key, { hash, digest, fields }) {
    const numbers = readMpis(fields, key.size);
    const prefix = digestInfo[hash];
    if (numbers?.length !== (key.kind === 'rsa' ? 1 : 2) || prefix === undefined)
        return false;
    const signature = Buffer.concat(numbers);
    if (key.kind === 'ed25519')
        return (0,external_node_crypto_.verify)(null, digest, key.publicKey, signature);
    try {
        const shown = (0,external_node_crypto_.publicDecrypt)({ key: key.publicKey, padding: external_node_crypto_.constants.RSA_PKCS1_PADDING }, signature);
        return shown.equals(Buffer.concat([prefix, digest]));
    }
    catch {
        // OpenSSL throws when the padding is wrong, that is, when the signature is not this key's.
        return false;
    }
}
function rsaSignature(key, digest) {
    const block = Buffer.concat([digestInfo.sha512 ?? Buffer.alloc(0), digest]);
    return (0,external_node_crypto_.privateEncrypt)({ key: key.privateKey, padding: external_node_crypto_.constants.RSA_PKCS1_PADDING }, block);
}
function ed25519Fields(signature) {
    return Buffer.concat([mpi(signature.subarray(0, 32)), mpi(signature.subarray(32))]);
}
function publicKeyOf(key) {
    return (0,external_node_crypto_.createPublicKey)({ format: 'jwk', key });
}
function base64url(bytes) {
    return Buffer.from(bytes).toString('base64url');
}
function numberOf(bytes) {
    return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}
function bytesOf(number) {
    const hex = number.toString(16);
    return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
}

;// CONCATENATED MODULE: ./build/signing/signer.js



/** What the signature says to be the signer's own; nothing else is ever looked at more closely. */
function isOwn(signature, signer) {
    if (signature.fingerprint !== undefined)
        return signature.fingerprint === signer.fingerprint;
    return signature.keyId !== undefined && signer.fingerprint.endsWith(signature.keyId);
}
/** Keeps the existing signature if it is the signer's and good, else signs, as far as the key can be used on this thread. */
function settle(running, existing, signer) {
    const old = existing && ownCheckable(existing, signer);
    const oldDigest = old && running.existing?.copy().update(old.trailer).digest();
    const digest = running.sha512.copy().update(signer.template.trailer).digest();
    const { native } = signer;
    if (native === undefined)
        return { digest, ...(old && oldDigest && { existing: { signature: old, digest: oldDigest } }) };
    if (old && oldDigest && verifyDigest(native, { ...old, digest: oldDigest }))
        return { kept: true };
    return { armored: signNatively(native, signer.template, digest) };
}
/** Finishes on the main thread what `settle` left. */
async function finish(unfinished, signer) {
    const { existing } = unfinished;
    if (existing && (await signer.verify(existing.signature, existing.digest)))
        return { kept: true };
    return { armored: await signer.sign(unfinished.digest) };
}
/** Keeps or makes the signature over a small text of our own, such as the record. */
async function signText(text, existing, signer) {
    const running = (hash) => createHash(hash).update(text);
    const old = existing?.checkable;
    const settled = settle({ sha512: running('sha512'), ...(old && { existing: running(old.hash) }) }, existing, signer.portable);
    return 'digest' in settled ? finish(settled, signer) : settled;
}
/** A signature by a key of node:crypto's, verified before it is returned. */
function signNatively(key, template, digest) {
    return armoredSignature(signatureBody(template, digest, signDigest(key, digest)));
}
/** A signature that is older than its key is refused by gpg: not worth keeping. */
function ownCheckable(signature, signer) {
    const old = signature.created !== undefined && signature.created < signer.keyCreated;
    return isOwn(signature, signer) && !old ? signature.checkable : undefined;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
;// CONCATENATED MODULE: external "node:url"
const external_node_url_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");
;// CONCATENATED MODULE: external "node:worker_threads"
const external_node_worker_threads_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");
;// CONCATENATED MODULE: ./build/signing/worker-messages.js
// What the main thread and its workers say to each other. Everything here survives a structured clone.

function describeFailure(error) {
    if (error instanceof ActionError)
        return { message: error.message, code: error.code, ...(error.hint !== undefined && { hint: error.hint }) };
    return { message: messageOf(error), ...(error instanceof Error && error.stack !== undefined && { stack: error.stack }) };
}
/** The error that a worker met, as if it had been thrown here. */
function reviveFailure({ message, code, hint, stack }) {
    if (code !== undefined)
        return new core_errors/* ActionError */.lZ(code, message, hint === undefined ? {} : { hint });
    return Object.assign(new Error(message), stack !== undefined && { stack });
}

;// CONCATENATED MODULE: ./build/signing/worker-pool.js






// Each worker costs some ten megabytes; beyond eight the disk is the limit.
const mostWorkers = 8;
/** How many workers this machine is good for. */
function workerCount() {
    return Math.min((0,external_node_os_.availableParallelism)(), mostWorkers);
}
/** Some threads that work through one job. They keep the process alive only while they do. */
class WorkerPool {
    #workers;
    constructor(count) {
        this.#workers = Array.from({ length: count }, newWorker);
    }
    get size() {
        return this.#workers.length;
    }
    /** Settles when all workers are done, or with the first failure. Results come in batches, in any order. */
    async run(job, take = () => { }) {
        await Promise.all(this.#workers.map((worker) => finished(worker, job, take)));
    }
    /** Hands the unlocked key to workers that are hashing already. */
    give(signer) {
        for (const worker of this.#workers)
            worker.postMessage({ kind: 'signer', signer });
    }
    async stop() {
        await Promise.all(this.#workers.map((worker) => worker.terminate()));
    }
}
/** A thread of the worker's program, which waits for its job. It does not keep the process alive. */
function newWorker() {
    // An empty environment: whatever secrets are left in ours are none of a worker's business.
    const worker = new external_node_worker_threads_namespaceObject.Worker(workerProgram(), { env: {}, execArgv: [], argv: [] });
    worker.unref();
    return worker;
}
function finished(worker, job, take) {
    return new Promise((resolve, reject) => {
        worker.on('message', (message) => {
            if (message.kind === 'results')
                take(message.results);
            else if (message.kind === 'done')
                resolve();
            else
                reject(reviveFailure(message.failure));
        });
        worker.once('error', reject);
        worker.once('exit', (code) => reject(new Error(`a worker ended early, with code ${code}`)));
        worker.ref();
        worker.postMessage(job);
    });
}
/**
 * The worker's program beside this one: a bundle of its own in `dist/`, else the module itself. The bundler would not follow a name that it
 * cannot read here, and that is wanted: it must not copy the module unbundled.
 */
function workerProgram() {
    const here = (0,external_node_path_namespaceObject.dirname)((0,external_node_url_namespaceObject.fileURLToPath)(import.meta.url));
    const candidates = ['hash-worker/index.js', 'hash-worker.js', 'hash-worker.ts'].map((name) => (0,external_node_path_namespaceObject.join)(here, name));
    const program = candidates.find((path) => (0,external_node_fs_.existsSync)(path));
    if (program === undefined)
        throw new Error(`there is no hash-worker in ${here}`);
    return program;
}

;// CONCATENATED MODULE: ./build/signing/engine.js







/** Milliseconds of work below which starting workers costs more than it saves. */
const worthWorkers = 150;
const copyWorth = { bytes: 20_000_000, files: 200 };
/** Starts the workers that hashing these files will want, if any, so that they boot while the caller goes on checking. */
function startWorkers(files, signs) {
    return estimate(files, signs) < worthWorkers ? undefined : new WorkerPool(workerCount());
}
/** All four digests of each file in one pass, and a signature made from the running SHA-512. In the order of `files`. */
async function hashFiles(files, options = {}) {
    const { signer, workers } = options;
    const pool = options.pool ?? (workers === undefined ? startWorkers(files, signer !== undefined) : poolOf(workers));
    const collected = new Collected(files);
    if (pool === undefined)
        await hashHere(files, options, collected);
    else
        await hashInWorkers(files, { ...options, pool }, collected);
    return collected.files();
}
/** Copies files to places where nothing is yet and proves each copy; folders must exist. The first failure ends the work. */
async function copyFiles(tasks) {
    const bytes = tasks.reduce((sum, task) => sum + task.size, 0);
    if (bytes < copyWorth.bytes && tasks.length < copyWorth.files) {
        const buffer = newBuffer();
        for (const task of tasks)
            copyFile(task, buffer);
        return;
    }
    const pool = new WorkerPool(Math.min(workerCount(), tasks.length));
    try {
        const longestFirst = tasks.toSorted((a, b) => b.size - a.size);
        await pool.run({ kind: 'copy', tasks: longestFirst, counter: new SharedArrayBuffer(4) });
    }
    finally {
        await pool.stop();
    }
}
async function hashHere(files, options, collected) {
    const signer = await options.signer;
    const buffer = newBuffer();
    for (const task of planTasks(files, 1, options)) {
        const { running, ...part } = hashFile(task, buffer, signer !== undefined);
        const signature = running && signer && settle(running, files[task.index]?.existing, signer.portable);
        collected.take({ index: task.index, ...part, ...(signature && { signature }) }, signer);
    }
    await collected.settled();
}
function poolOf(workers) {
    return workers === 0 ? undefined : new WorkerPool(workers);
}
async function hashInWorkers(files, options, collected) {
    const { pool } = options;
    const shared = new Map();
    try {
        const tasks = planTasks(files, pool.size, options).map((task) => {
            // Parts of one file read one open file: nobody can put another in its place between them.
            if (task.descriptor !== undefined || task.algorithms.length === allAlgorithms)
                return task;
            const descriptor = shared.get(task.index) ?? openSteady(task);
            shared.set(task.index, descriptor);
            return { ...task, descriptor };
        });
        const existing = new Map(files.flatMap((file, index) => (file.existing ? [[index, file.existing]] : [])));
        let signer;
        const counter = new SharedArrayBuffer(4);
        const hashing = pool.run({ kind: 'hash', tasks, counter, existing, signs: options.signer !== undefined }, (results) => {
            for (const result of results)
                collected.take(result, signer);
        });
        const unlocking = Promise.resolve(options.signer).then((unlocked) => {
            signer = unlocked;
            if (unlocked !== undefined)
                pool.give(unlocked.portable);
        });
        await Promise.all([hashing, unlocking]);
        await collected.settled();
    }
    finally {
        await pool.stop();
        for (const descriptor of shared.values())
            (0,external_node_fs_.closeSync)(descriptor);
    }
}
const allAlgorithms = 4;
/** Puts the parts of each file together. Signatures that only the main thread can make are made one after another, while workers go on. */
class Collected {
    #sizes;
    #digests;
    #crcs;
    #outcomes;
    #finishing = Promise.resolve();
    constructor(files) {
        this.#sizes = files.map((file) => file.size);
        this.#digests = files.map(() => ({}));
        this.#crcs = files.map(() => undefined);
        this.#outcomes = files.map(() => undefined);
    }
    take({ index, digests, crc32, signature }, signer) {
        Object.assign(this.#digests[index] ?? {}, digests);
        if (crc32 !== undefined)
            this.#crcs[index] = crc32;
        if (signature === undefined)
            return;
        if (!('digest' in signature)) {
            this.#outcomes[index] = signature;
            return;
        }
        this.#finishing = this.#finishing.then(async () => {
            if (signer !== undefined)
                this.#outcomes[index] = await finish(signature, signer);
        });
        // The failure is told by `settled`; until then nobody waits for it.
        this.#finishing.catch(() => { });
    }
    settled() {
        return this.#finishing;
    }
    files() {
        return this.#sizes.map((size, index) => {
            const { md5 = '', sha1 = '', sha256 = '', sha512 = '' } = this.#digests[index] ?? {};
            const crc32 = this.#crcs[index];
            const outcome = this.#outcomes[index];
            const signature = outcome && ('kept' in outcome ? { keptSignature: outcome.kept } : { signature: outcome.armored });
            return { size, md5, sha1, sha256, sha512, ...(crc32 !== undefined && { crc32 }), ...signature };
        });
    }
}

// EXTERNAL MODULE: ./build/core/diagnostics.js
var core_diagnostics = __nccwpck_require__(6450);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __nccwpck_require__(7934);
;// CONCATENATED MODULE: ./build/model/asset-roles.js
/** What a file of a release is for, in the words of a version record. A payload is what people come for; the others speak about it. */
const assetRoles = [
    'payload',
    'checksum-manifest',
    'checksum',
    'signature',
    'certificate',
    'provenance',
    'sbom',
    'key',
    'source-archive',
    'other',
];

// EXTERNAL MODULE: ./build/model/attributes.js
var attributes = __nccwpck_require__(2237);
;// CONCATENATED MODULE: ./build/model/version-record.js
const recordSchema = 'outtray/version-record/v1';
/** What vouches for the bytes of an asset. */
const checkKinds = ['github-digest', 'checksum', 'openpgp', 'sigstore'];
/** How a check came out; one that fails is never recorded, since its release fails. */
const checkStates = ['verified', 'present', 'unknown-key', 'unverified'];

;// CONCATENATED MODULE: ./build/model/version-record-schema.js





// The order of keys here is the order in which a record is written.
const version_record_schema_text = dist/* string */.YjP();
const hex = (length, algorithm) => dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(new RegExp(`^[0-9a-f]{${length}}$`), `must be a ${algorithm} in lower-case hexadecimal`));
const path = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* minLength */.BpQ(1), dist/* maxLength */.Ru6(4096));
const time = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2}))?$/, 'must be an ISO 8601 date or time'));
const count = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf(), dist/* minValue */.Wwf(0));
/** A typed name with values. */
const attributeSchema = dist/* strictObject */.rej({
    name: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* minLength */.BpQ(1)),
    type: dist/* picklist */.KIO(attributes/* attributeTypes */.s),
    values: dist/* array */.YOg(dist/* union */.KCZ([dist/* string */.YjP(), dist/* number */.aig(), dist/* boolean */.zMY()])),
});
/** What a publisher says of a package; the keys of `outtray.yml` are the same. */
const packageEntries = {
    name: dist/* optional */.lqM(version_record_schema_text),
    subject: dist/* optional */.lqM(version_record_schema_text),
    repository: dist/* optional */.lqM(version_record_schema_text),
    description: dist/* optional */.lqM(version_record_schema_text),
    labels: dist/* optional */.lqM(dist/* array */.YOg(version_record_schema_text)),
    licenses: dist/* optional */.lqM(dist/* array */.YOg(version_record_schema_text)),
    websiteUrl: dist/* optional */.lqM(version_record_schema_text),
    issueTrackerUrl: dist/* optional */.lqM(version_record_schema_text),
    vcsUrl: dist/* optional */.lqM(version_record_schema_text),
    githubRepository: dist/* optional */.lqM(version_record_schema_text),
    githubReleaseNotesFile: dist/* optional */.lqM(version_record_schema_text),
    attributes: dist/* optional */.lqM(dist/* array */.YOg(attributeSchema)),
};
/** What a publisher says of a version. */
const versionEntries = {
    name: dist/* optional */.lqM(version_record_schema_text),
    description: dist/* optional */.lqM(version_record_schema_text),
    released: dist/* optional */.lqM(time),
    vcsUrl: dist/* optional */.lqM(version_record_schema_text),
    vcsTag: dist/* optional */.lqM(version_record_schema_text),
    vcsCommit: dist/* optional */.lqM(version_record_schema_text),
    releaseNotes: dist/* optional */.lqM(version_record_schema_text),
    githubReleaseNotesFile: dist/* optional */.lqM(version_record_schema_text),
    githubUseTagReleaseNotes: dist/* optional */.lqM(dist/* boolean */.zMY()),
    prerelease: dist/* optional */.lqM(dist/* boolean */.zMY()),
    attributes: dist/* optional */.lqM(dist/* array */.YOg(attributeSchema)),
};
const signatureSchema = dist/* strictObject */.rej({
    path,
    fingerprint: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[0-9A-F]{40,64}$/, 'must be a fingerprint in upper-case hexadecimal'))),
    sha256: dist/* optional */.lqM(hex(64, 'SHA-256')),
});
const fileSchema = dist/* strictObject */.rej({
    path,
    size: count,
    md5: hex(32, 'MD5'),
    sha1: hex(40, 'SHA-1'),
    sha256: hex(64, 'SHA-256'),
    sha512: hex(128, 'SHA-512'),
    mediaType: dist/* optional */.lqM(version_record_schema_text),
    signature: dist/* optional */.lqM(signatureSchema),
    checksums: dist/* optional */.lqM(dist/* array */.YOg(dist/* picklist */.KIO(digestAlgorithms))),
});
const checkSchema = dist/* strictObject */.rej({
    kind: dist/* picklist */.KIO(checkKinds),
    state: dist/* picklist */.KIO(checkStates),
    by: dist/* optional */.lqM(version_record_schema_text),
    key: dist/* optional */.lqM(version_record_schema_text),
});
const assetSchema = dist/* strictObject */.rej({
    id: count,
    name: version_record_schema_text,
    size: count,
    digest: dist/* optional */.lqM(version_record_schema_text),
    updated: time,
    path: dist/* optional */.lqM(path),
    sha256: hex(64, 'SHA-256'),
    role: dist/* optional */.lqM(dist/* picklist */.KIO(assetRoles)),
    checks: dist/* array */.YOg(checkSchema),
    earlier: dist/* optional */.lqM(dist/* array */.YOg(dist/* strictObject */.rej({ sha256: hex(64, 'SHA-256'), size: count, replaced: time }))),
});
const originSchema = dist/* strictObject */.rej({
    url: version_record_schema_text,
    host: version_record_schema_text,
    repository: version_record_schema_text,
    release: count,
    assets: dist/* array */.YOg(assetSchema),
});
const runSchema = dist/* strictObject */.rej({
    repository: dist/* optional */.lqM(version_record_schema_text),
    workflow: dist/* optional */.lqM(version_record_schema_text),
    ref: dist/* optional */.lqM(version_record_schema_text),
    commit: dist/* optional */.lqM(version_record_schema_text),
    id: dist/* optional */.lqM(version_record_schema_text),
    attempt: dist/* optional */.lqM(count),
});
const syncSchema = dist/* strictObject */.rej({
    target: version_record_schema_text,
    deployment: dist/* optional */.lqM(version_record_schema_text),
    state: version_record_schema_text,
    started: time,
    finished: dist/* optional */.lqM(time),
    files: dist/* optional */.lqM(count),
    bytes: dist/* optional */.lqM(count),
    errors: dist/* optional */.lqM(dist/* array */.YOg(version_record_schema_text)),
});
/** The version record, `outtray/version-record/v1`; `schema/version-record.schema.json` is generated from it. */
const versionRecordSchema = dist/* strictObject */.rej({
    schema: dist/* literal */.euz(recordSchema),
    package: dist/* strictObject */.rej(packageEntries),
    version: dist/* strictObject */.rej(versionEntries),
    files: dist/* array */.YOg(fileSchema),
    origin: dist/* optional */.lqM(originSchema),
    run: dist/* optional */.lqM(runSchema),
    published: dist/* array */.YOg(dist/* strictObject */.rej({ target: version_record_schema_text, time })),
    syncs: dist/* array */.YOg(syncSchema),
});

;// CONCATENATED MODULE: ./build/model/record-json.js



/** Longest record that is read, in bytes: some 100,000 files. */
const longestRecord = 64 * 1024 * 1024;
/** The text of a record: keys in the schema's order, two blanks of indentation, a final newline. The same record gives the same bytes. */
function serializeRecord(record) {
    return `${JSON.stringify(inSchemaOrder(record), undefined, 2)}\n`;
}
const restore = 'Restore it from a copy of the repository.';
/**
 * Reads a record. Throws `invalid-input` with every mistake when it is none; nothing of it is believed before.
 * @param shownAs how messages name the file
 */
function parseRecord(text, shownAs) {
    if (text.length > longestRecord)
        throw new core_errors/* ActionError */.lZ('invalid-input', `the version record '${shownAs}' is longer than 64 MiB`, { hint: restore });
    const result = dist/* safeParse */.xLC(versionRecordSchema, parseJson(text, shownAs));
    if (result.success)
        return withoutUndefined(result.output);
    const mistakes = result.issues.slice(0, 10).map((issue) => `${dist/* getDotPath */.BuJ(issue) ?? 'the record'}: ${issue.message}`);
    throw new core_errors/* ActionError */.lZ('invalid-input', `'${shownAs}' is no version record: ${mistakes.join('; ')}`, { hint: restore });
}
function parseJson(text, shownAs) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new core_errors/* ActionError */.lZ('invalid-input', `the version record '${shownAs}' is no JSON: ${(0,core_errors/* messageOf */.bD)(error)}`, {
            cause: error,
            hint: restore,
        });
    }
}
/** Rebuilds a value with the keys of each object as the schema lists them; absent values are left out. */
function inSchemaOrder(value, schema = versionRecordSchema) {
    const inner = schema.wrapped ?? schema;
    if (Array.isArray(value))
        return value.map((item) => (inner.item === undefined ? item : inSchemaOrder(item, inner.item)));
    if (typeof value !== 'object' || value === null || inner.entries === undefined)
        return value;
    const fields = new Map(Object.entries(value));
    const ordered = Object.entries(inner.entries).filter(([key]) => fields.get(key) !== undefined);
    return Object.fromEntries(ordered.map(([key, entry]) => [key, inSchemaOrder(fields.get(key), entry)]));
}
/** The schema's optional entries are absent or have a value: JSON knows no `undefined`. */
function withoutUndefined(record) {
    return record;
}

;// CONCATENATED MODULE: ./build/publication/recorded-files.js
const indexes = new WeakMap();
/** What a record says of a path; records of ten thousand files are asked for each of them. */
function recordedFile(record, path) {
    if (record === undefined)
        return undefined;
    const index = indexes.get(record) ?? new Map(record.files.map((file) => [file.path, file]));
    indexes.set(record, index);
    return index.get(path);
}

;// CONCATENATED MODULE: ./build/publication/decision.js

const day = 86_400_000;
/**
 * Decides for one file: what is published with the same bytes is left alone, what is missing is uploaded, other bytes are refused or replaced. The
 * rules are Bintray's: one path belongs to one version, published files change only by `override` and only within the window.
 */
function decide(candidate, state, rules, diagnostics) {
    const { path } = candidate;
    const entry = state.entries.get(path);
    const recorded = recordedFile(state.published, path);
    const owner = state.owners.get(path);
    if (entry?.kind === 'obstacle') {
        diagnostics.error(`'${path}' cannot be written: ${entry.reason}`);
        return 'upload';
    }
    if (owner !== undefined) {
        tellOwner(path, owner, diagnostics);
        return 'upload';
    }
    if (entry === undefined) {
        const restored = recorded !== undefined && sameBytes(recorded, candidate);
        if (recorded !== undefined && !restored)
            return replacement(candidate, state, rules, diagnostics);
        if (!restored)
            checkWindow(path, 'added', state, rules, diagnostics);
        return 'upload';
    }
    if (sameBytes(entry, candidate)) {
        if (recorded === undefined)
            checkWindow(path, 'added', state, rules, diagnostics);
        return 'unchanged';
    }
    return replacement(candidate, state, rules, diagnostics);
}
/** One path belongs to one version: Bintray's rule, which keeps what was once published where it is. */
function tellOwner(path, owner, diagnostics) {
    diagnostics.error(`'${path}' belongs to version '${owner.version}' of package '${owner.package}'`, {
        hint: "One path belongs to one version, override or not: put {package} and {version} into 'path'.",
    });
}
function replacement({ path, override }, state, rules, diagnostics) {
    if (!override) {
        diagnostics.error(`'${path}' is published with other bytes`, {
            hint: rules.replacing ?? 'Publish a new version, or set "override: true" to replace it within the update window.',
        });
    }
    else {
        checkWindow(path, 'replaced', state, rules, diagnostics);
    }
    return 'replace';
}
/** A published version may change only for so long (Bintray: 180 days; `version_update_max_days`). */
function checkWindow(path, verb, state, rules, diagnostics) {
    const first = state.published?.published[0]?.time;
    if (first === undefined)
        return;
    const age = rules.now - Date.parse(first);
    if (rules.updateWindowDays > 0 && age <= rules.updateWindowDays * day)
        return;
    const reason = rules.updateWindowDays === 0
        ? "and 'update-window-days: 0' allows no change after that"
        : `which is ${Math.floor(age / day)} days ago; the update window is ${rules.updateWindowDays} days`;
    diagnostics.error(`'${path}' cannot be ${verb}: version '${rules.version}' was published on ${first.slice(0, 10)}, ${reason}`, {
        hint: "Publish a new version, or raise 'update-window-days'.",
    });
}
function sameBytes(there, candidate) {
    return there.size === candidate.size && there.sha256 === candidate.sha256;
}

;// CONCATENATED MODULE: ./build/publication/publishable-file.js
function signaturePath(path) {
    return `${path}.asc`;
}
function sidecarPath(path, algorithm) {
    return `${path}.${algorithm}`;
}
function companionsOf({ path, signature, sidecars, }) {
    return [
        ...(signature === undefined ? [] : [{ path: signaturePath(path), content: signature.content, generated: false }]),
        ...sidecars.map(({ algorithm, content, generated }) => ({ path: sidecarPath(path, algorithm), content, generated })),
    ];
}
/** The file that a path would be the signature or a checksum of, by its name. */
function companionOf(path) {
    return /^(.+)\.(?:asc|md5|sha1|sha256|sha512)$/.exec(path)?.[1];
}
/** All paths that a file and what belongs to it may take in a repository. */
function ownPaths(path) {
    return [
        path,
        signaturePath(path),
        sidecarPath(path, 'md5'),
        sidecarPath(path, 'sha1'),
        sidecarPath(path, 'sha256'),
        sidecarPath(path, 'sha512'),
    ];
}

;// CONCATENATED MODULE: ./build/publication/occupancy.js





/**
 * Tells every path that is taken by something else: by another version, by a file of its own where a signature or checksum would go, or by a name that
 * some system takes for the same. What a file's own bytes are allowed is `decide`'s to say.
 */
function checkOccupancy(files, { replacing }, { state, diagnostics }) {
    const brought = new Set(files.map(({ path }) => path));
    for (const file of files) {
        checkLoneCompanion(file, state, diagnostics);
        for (const companion of companionsOf(file))
            checkCompanion(file, companion, { brought, state, replacing, diagnostics });
    }
    checkTwins(files, state, diagnostics);
}
/** A signature or checksum of a file that this version has is no file of its own: it would be overwritten with the file. */
function checkLoneCompanion({ path }, state, diagnostics) {
    const owner = companionOf(path);
    if (owner === undefined || recordedFile(state.published, path) !== undefined)
        return;
    if (recordedFile(state.published, owner) === undefined && recordedFile(state.staged, owner) === undefined)
        return;
    diagnostics.error(`'${path}' is the place of a signature or checksum of '${owner}', which this version has`, {
        hint: 'Give both together: what stands beside its file belongs to it.',
    });
}
function checkCompanion(file, { path, content, generated }, { brought, state, replacing, diagnostics }) {
    const problem = pathProblem(path);
    const entry = state.entries.get(path);
    const owner = state.owners.get(path);
    if (problem !== undefined)
        diagnostics.error(`'${path}' cannot be published beside '${file.path}': ${problem}`);
    else if (owner !== undefined)
        tellOwner(path, owner, diagnostics);
    else if (brought.has(path) || recordedFile(state.published, path) !== undefined) {
        diagnostics.error(`'${path}' is the place of a signature or checksum of '${file.path}', and of another file`, {
            hint: 'Leave one of them out, or put them into different folders.',
        });
    }
    else if (entry?.kind === 'obstacle')
        diagnostics.error(`'${path}' cannot be written: ${entry.reason}`);
    else if (entry !== undefined && isForeign(file, state) && !generated && !file.override && entry.sha256 !== sha256(content)) {
        diagnostics.error(`'${path}' stands in the repository with other bytes, and no version owns it`, {
            hint: replacing ?? 'Remove it, or set "override: true" to replace it.',
        });
    }
}
/** Whether nothing of a file is this version's yet: then nothing that stands beside its place is either. */
function isForeign({ path }, state) {
    const entry = state.entries.get(path);
    return recordedFile(state.published, path) === undefined && entry === undefined;
}
/** Paths that some system takes for one, among everything that this version would have. */
function checkTwins(files, state, diagnostics) {
    const brought = new Set(files.flatMap((file) => [file.path, ...companionsOf(file).map(({ path }) => path)]));
    const there = [...(state.published?.files ?? []), ...(state.staged?.files ?? [])].flatMap(({ path }) => ownPaths(path).filter((own) => own === path || state.entries.has(own) || state.stagedEntries.has(own)));
    for (const { first, second, reason } of pathClashes([...brought, ...there])) {
        if (brought.has(first) || brought.has(second))
            diagnostics.error(`'${first}' and '${second}' cannot both be published: ${reason}`);
    }
}
function sha256(content) {
    return (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex');
}

;// CONCATENATED MODULE: ./build/model/media-type.js
// Registered types (https://www.iana.org/assignments/media-types) and those that Maven Central serves.
const byExtension = {
    '.aar': 'application/java-archive',
    '.asc': 'application/pgp-signature',
    '.css': 'text/css',
    '.csv': 'text/csv',
    '.gz': 'application/gzip',
    '.htm': 'text/html',
    '.html': 'text/html',
    '.jar': 'application/java-archive',
    '.js': 'text/javascript',
    '.json': 'application/json',
    '.klib': 'application/java-archive',
    '.md': 'text/markdown',
    '.module': 'application/json',
    '.pdf': 'application/pdf',
    '.png': 'image/png',
    '.pom': 'application/xml',
    '.svg': 'image/svg+xml',
    '.tgz': 'application/gzip',
    '.txt': 'text/plain',
    '.war': 'application/java-archive',
    '.wasm': 'application/wasm',
    '.xml': 'application/xml',
    '.yaml': 'application/yaml',
    '.yml': 'application/yaml',
    '.zip': 'application/zip',
    '.zst': 'application/zstd',
};
/** The media type that a file's name says; `application/octet-stream` when it says none. */
function mediaTypeOf(path) {
    const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
    const dot = name.lastIndexOf('.');
    return (dot < 0 ? undefined : byExtension[name.slice(dot)]) ?? 'application/octet-stream';
}

;// CONCATENATED MODULE: ./build/publication/record-merge.js



/**
 * The record of a version with what a run adds. Fields that the publisher gives overwrite, others stay; the run and the time are noted only when
 * something changes, so that a second run changes not a byte.
 */
function mergeRecord(request, state, items) {
    const before = request.publish ? state.published : state.staged;
    const earlier = request.publish ? [state.published, state.staged] : [state.staged];
    const origin = request.origin ?? earlier.findLast((record) => record?.origin !== undefined)?.origin;
    const files = new Map(before?.files.map((file) => [file.path, file]) ?? []);
    for (const { file, signature } of items) {
        const recorded = {
            path: file.path,
            size: file.size,
            ...file.digests,
            mediaType: mediaTypeOf(file.path),
            ...(signature !== undefined && { signature }),
        };
        files.set(file.path, recorded);
    }
    const merged = {
        schema: recordSchema,
        package: Object.assign({}, ...earlier.map((record) => record?.package), request.package),
        version: Object.assign({}, ...earlier.map((record) => record?.version), request.metadata),
        files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
        ...(origin !== undefined && { origin }),
        ...(before?.run !== undefined && { run: before.run }),
        published: before?.published ?? [],
        syncs: before?.syncs ?? [],
    };
    if (before !== undefined && serializeRecord(before) === serializeRecord(merged))
        return merged;
    const known = new Set(before?.files.map(({ path }) => path) ?? []);
    const filesChanged = items.some(({ file, decision }) => decision !== 'unchanged' || !known.has(file.path));
    const publication = request.publish && (before === undefined || filesChanged) ? [{ target: request.target, time: request.time }] : [];
    return { ...merged, run: request.run, published: [...merged.published, ...publication] };
}

;// CONCATENATED MODULE: ./build/publication/superseded.js



/**
 * What a version has beside that: without what is dropped, and without files of their own that are from now on the signature or checksum of a file,
 * such as a checksum that came before what it speaks of.
 */
function withoutSuperseded(state, superseding) {
    const { drops = new Set(), withdraws = new Set() } = superseding;
    const absorbed = absorbedPaths(state, superseding);
    if (drops.size + withdraws.size + absorbed.size === 0)
        return state;
    const isLeft = (path) => !drops.has(path) && !absorbed.has(path);
    return {
        ...state,
        published: state.published && withFiles(state.published, (path) => !absorbed.has(path) && !withdraws.has(path), withdraws),
        staged: state.staged && withFiles(state.staged, isLeft, drops),
        stagedEntries: new Map([...state.stagedEntries].filter(([path]) => !drops.has(path))),
        waiting: state.waiting.filter(({ path }) => isLeft(path)).map((file) => withoutCompanions(file, drops)),
        damaged: state.damaged.filter(isLeft),
    };
}
function absorbedPaths({ published, staged }, { files, replaces }) {
    const absorbed = new Set();
    for (const { path, content, generated } of files.flatMap(companionsOf)) {
        const digest = (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex');
        const own = recordedFile(published, path) ?? recordedFile(staged, path);
        if (own !== undefined && (generated || own.sha256 === digest || replaces?.has(path) === true))
            absorbed.add(path);
    }
    return absorbed;
}
function withFiles(record, isLeft, drops) {
    const files = record.files.filter(({ path }) => isLeft(path));
    return {
        ...record,
        files: files.map(({ signature, ...file }) => ({
            ...file,
            ...(signature !== undefined && !drops.has(signature.path) && { signature }),
        })),
    };
}
function withoutCompanions({ signature, ...file }, drops) {
    return {
        ...file,
        sidecars: file.sidecars.filter(({ algorithm }) => !drops.has(sidecarPath(file.path, algorithm))),
        ...(signature !== undefined && !drops.has(signaturePath(file.path)) && { signature }),
    };
}

;// CONCATENATED MODULE: ./build/publication/plan.js











/**
 * Compares what is wanted with what is there, and says what has to be done: a pure function of both. Throws `conflict` with every reason why it
 * cannot be done; nothing has been written then.
 */
function planVersion(request, found) {
    const diagnostics = new core_diagnostics/* Diagnostics */.r();
    const state = withoutSuperseded(found, request);
    const files = incomingFiles(request, state).map((file) => ({ ...file, override: file.override || mayReplace(file.path, request) }));
    checkOccupancy(files, request, { state, diagnostics });
    if (request.publish)
        checkDamage(files, state, diagnostics);
    const decided = files.map((file) => ({ file, decision: decide(candidateOf(file), state, request, diagnostics) }));
    const builder = new PlanBuilder(request, state, diagnostics);
    // What is published already with the same bytes need not be staged.
    const wanted = decided.filter(({ decision }) => request.publish || decision !== 'unchanged');
    const items = wanted.map(({ file, decision }) => ({ file, decision, signature: builder.add(file, decision) }));
    refuse(diagnostics);
    if (request.publish)
        builder.clearAway(found);
    else
        builder.clearDropped(found);
    const nothingToStage = !request.publish && items.length === 0 && state.staged === undefined && state.published !== undefined;
    const record = nothingToStage ? state.published : mergeRecord(request, state, items);
    const before = request.publish ? found.published : found.staged;
    const text = serializeRecord(record);
    const changed = !nothingToStage && (before === undefined || serializeRecord(before) !== text);
    const place = request.publish ? publishedRecord : stagedRecord;
    const left = request.publish
        ? []
        : decided.filter(({ decision }) => decision === 'unchanged').map((rest) => ({ ...rest, signature: undefined }));
    return {
        ...builder.result(),
        items: [...items, ...left].sort((a, b) => (a.file.path < b.file.path ? -1 : 1)),
        record,
        recordDocument: changed ? { path: place(request.package.name, request.metadata.name), content: text } : undefined,
        published: request.publish || nothingToStage,
    };
}
/** What discards a staged version. Throws `conflict` for a published one. */
function planDiscard(state, version) {
    if (state.published !== undefined) {
        throw new core_errors/* ActionError */.lZ('conflict', `version '${version}' is published: only what is staged can be discarded`);
    }
    return { uploads: [], moves: [], documents: [], removals: state.stagedPaths };
}
/** Files given in this run, and when publishing also those that earlier runs staged. */
function incomingFiles(request, state) {
    const waiting = new Map(state.waiting.map((file) => [file.path, { ...file, override: request.override }]));
    const given = request.files.map((file) => {
        const twin = waiting.get(file.path);
        if (twin === undefined || twin.digests.sha256 !== file.digests.sha256)
            return file;
        const known = new Set(file.sidecars.map(({ algorithm }) => algorithm));
        const sidecars = [...file.sidecars, ...twin.sidecars.filter(({ algorithm }) => !known.has(algorithm))];
        return { ...file, staged: true, sidecars, ...(twin.signature !== undefined && { signature: twin.signature }) };
    });
    const paths = new Set(given.map(({ path }) => path));
    const rest = request.publish ? [...waiting.values()].filter(({ path }) => !paths.has(path)) : [];
    return [...given, ...rest].sort((a, b) => (a.path < b.path ? -1 : 1));
}
function mayReplace(path, { replaces }) {
    return replaces?.has(path) ?? false;
}
function candidateOf({ path, size, digests, override }) {
    return { path, size, sha256: digests.sha256, override };
}
/** What was staged is published whole or not at all. */
function checkDamage(files, { damaged }, diagnostics) {
    const brought = new Set(files.map(({ path }) => path));
    for (const path of damaged.filter((staged) => !brought.has(staged))) {
        diagnostics.error(`'${path}' was staged, and is missing or has other bytes by now`, {
            hint: 'Give the file again, or set "discard: true" and stage the version anew.',
        });
    }
}
function refuse(diagnostics) {
    const { errors } = diagnostics;
    if (errors.length > 0)
        throw new core_errors/* ActionError */.lZ('conflict', `nothing was changed: ${errors.length} reasons against it`, { diagnostics: errors });
}
/** Collects what has to be written, file by file. */
class PlanBuilder {
    #request;
    #state;
    #diagnostics;
    #uploads = [];
    #moves = [];
    #companions = [];
    #removals = new Set();
    #notices = [];
    constructor(request, state, diagnostics) {
        this.#request = request;
        this.#state = state;
        this.#diagnostics = diagnostics;
    }
    result() {
        return {
            uploads: this.#uploads,
            moves: this.#moves,
            companions: this.#companions,
            removals: [...this.#removals],
            notices: this.#notices,
        };
    }
    /** Adds a file and what belongs to it; returns the signature that its record will name. */
    add(file, decision) {
        const { publish } = this.#request;
        const fresh = publish ? decision !== 'unchanged' : !file.staged;
        if (fresh)
            this.#bring(file);
        const written = companionsOf(file).filter((companion) => fresh || this.#isMissing(companion));
        for (const { path, content } of written)
            this.#companions.push({ path: this.#place(path), content });
        const paths = new Set(written.map(({ path }) => path));
        const signature = signaturePath(file.path);
        if (publish && !fresh && paths.has(signature))
            checkWindow(signature, 'added', this.#state, this.#request, this.#diagnostics);
        if (fresh)
            this.#dropOldCompanions(file.path, paths);
        return paths.has(signature) && file.signature !== undefined
            ? recordedSignature(signature, file.signature.fingerprint)
            : this.#keptSignature(file, fresh);
    }
    /** Removes what is staged and not moved, and what is published and withdrawn. */
    clearAway({ published }) {
        const moved = new Set(this.#moves.map(({ from }) => from));
        for (const path of this.#state.stagedPaths)
            if (!moved.has(path))
                this.#removals.add(path);
        const isOurs = (path) => recordedFile(published, path) !== undefined;
        for (const path of this.#request.withdraws ?? [])
            if (isOurs(path) || isOurs(companionOf(path) ?? ''))
                this.#removals.add(path);
    }
    /** Removes what is staged and wanted no more. */
    clearDropped({ stagedEntries }) {
        for (const path of this.#request.drops ?? [])
            if (stagedEntries.has(path))
                this.#removals.add(this.#stagedAt(path));
    }
    #bring({ path, source, size, digests, staged, arrived }) {
        if (staged)
            this.#moves.push({ from: this.#stagedAt(path), to: path });
        else if (arrived !== undefined)
            this.#moves.push({ from: arrived, to: this.#place(path) });
        else if (source !== undefined)
            this.#uploads.push({ path: this.#place(path), from: source, size, sha256: digests.sha256 });
    }
    /** A signature or sidecar of an unchanged file is never replaced, unless it may change or is a sidecar of ours that says something wrong. */
    #isMissing({ path, content, generated }) {
        const entry = (this.#request.publish ? this.#state.entries : this.#state.stagedEntries).get(path);
        if (entry === undefined)
            return true;
        return ((generated || mayReplace(path, this.#request)) &&
            entry.kind === 'file' &&
            entry.sha256 !== (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex'));
    }
    /** The old signature and sidecars of replaced bytes are wrong by now; a file of its own that has such a name stays. */
    #dropOldCompanions(path, written) {
        const { published, entries, stagedEntries } = this.#state;
        for (const own of ownPaths(path).slice(1)) {
            if (written.has(own))
                continue;
            if (!this.#request.publish && stagedEntries.has(own))
                this.#removals.add(this.#stagedAt(own));
            if (this.#request.publish &&
                recordedFile(published, path) !== undefined &&
                entries.has(own) &&
                recordedFile(published, own) === undefined)
                this.#removals.add(own);
        }
    }
    #keptSignature(file, fresh) {
        if (fresh)
            return undefined;
        const path = signaturePath(file.path);
        const { publish } = this.#request;
        const record = publish ? this.#state.published : this.#state.staged;
        const recorded = recordedFile(record, file.path)?.signature;
        const found = publish && this.#state.foundSignatures.has(path) ? recordedSignature(path, this.#state.foundSignatures.get(path)) : undefined;
        const kept = recorded ?? found;
        if (publish &&
            kept?.fingerprint !== undefined &&
            file.signature?.fingerprint !== undefined &&
            kept.fingerprint !== file.signature.fingerprint) {
            this.#notices.push(`'${path}' is by key ${kept.fingerprint} and stays as it is: its file is unchanged`);
        }
        return kept;
    }
    #place(path) {
        return this.#request.publish ? path : this.#stagedAt(path);
    }
    #stagedAt(path) {
        return stagedFile(this.#request.package.name, this.#request.metadata.name, path);
    }
}
function recordedSignature(path, fingerprint) {
    return { path, ...(fingerprint !== undefined && { fingerprint }) };
}

;// CONCATENATED MODULE: ./build/signing/signature-reader.js
// Reads detached signatures that others, or earlier runs, left beside files (RFC 9580 section 5.2).


/** Node's names of the hash algorithms with which an existing signature is good enough to be kept (9.5); MD5 and SHA-1 are not. */
const hashNames = { 8: 'sha256', 9: 'sha384', 10: 'sha512', 11: 'sha224' };
/** Longest signature file that we look into, in bytes. */
const longestSignature = 64 * 1024;
/** Reads an armored or binary file of detached signatures. */
function readSignatures(file) {
    if (file.length > longestSignature)
        return { signatures: [undefined], armored: false, intact: false };
    const armored = file.subarray(0, 5).toString('latin1') === '-----' || !((file[0] ?? 0) & 0x80);
    if (!armored)
        return { signatures: packetsOf(file).map(readPacket), armored, intact: true };
    const blocks = armoredBlocks(file.toString('latin1'));
    const signatures = blocks.flatMap(({ kind, bytes }) => (kind === 'SIGNATURE' && bytes ? packetsOf(bytes).map(readPacket) : [undefined]));
    return { signatures, armored, intact: blocks.every(({ intact }) => intact) };
}
/** Reads an armored or binary detached signature; undefined when it is none, damaged, or several. */
function readSignature(file) {
    const { signatures, intact } = readSignatures(file);
    return intact && signatures.length === 1 ? signatures[0] : undefined;
}
/** Splits packets (4.2); what is left over and is no whole packet stands as undefined at the end. */
function packetsOf(bytes) {
    const packets = [];
    for (let at = 0; at < bytes.length;) {
        const packet = firstPacket(bytes.subarray(at));
        packets.push(packet);
        if (packet === undefined)
            break;
        at += packet.length;
    }
    return packets;
}
function firstPacket(bytes) {
    const [tag = 0, first = 0, second = 0] = bytes;
    const current = (tag & 0xc0) === 0xc0;
    const header = current ? (first < 192 ? 2 : first < 224 ? 3 : 6) : 1 + (1 << (tag & 3));
    if (!(tag & 0x80) || bytes.length < header || (!current && (tag & 3) === 3))
        return undefined;
    const short = first < 192 ? first : ((first - 192) << 8) + second + 192;
    const size = current ? (header === 6 ? bytes.readUInt32BE(2) : short) : bytes.readUIntBE(1, header - 1);
    const type = current ? tag & 0x3f : (tag >> 2) & 0x0f;
    const length = header + size;
    return bytes.length < length ? undefined : { type, body: bytes.subarray(header, length), length };
}
function readPacket(packet) {
    if (packet?.type !== 2)
        return undefined;
    try {
        return packet.body[0] === 4 ? readVersion4(packet.body) : readOther(packet.body);
    }
    catch (error) {
        if (error instanceof RangeError)
            return undefined;
        throw error;
    }
}
function readVersion4(body) {
    const hashedEnd = 6 + body.readUInt16BE(4);
    const unhashedEnd = hashedEnd + 2 + body.readUInt16BE(hashedEnd);
    const hashed = readSubpackets(body.subarray(6, hashedEnd));
    const all = [...hashed, ...readSubpackets(body.subarray(hashedEnd + 2, unhashedEnd))];
    const find = (type, among = all) => among.find((subpacket) => subpacket.type === type)?.body;
    const fingerprint = find(subpackets.issuerFingerprint)?.subarray(1).toString('hex').toUpperCase();
    const keyId = fingerprint === undefined ? find(subpackets.issuerKeyId)?.toString('hex').toUpperCase() : fingerprint.slice(-16);
    const created = find(subpackets.creationTime, hashed)?.readUInt32BE(0);
    const hash = hashNames[body.readUInt8(3)];
    const lifetime = find(subpackets.expirationTime, hashed)?.readUInt32BE(0) ?? 0;
    const demanding = hashed.some(({ type, critical }) => critical && !knownSubpackets.has(type));
    const over = documentKinds[body.readUInt8(1)];
    const sound = over === undefined || hash === undefined || created === undefined || demanding
        ? undefined
        : {
            hash,
            trailer: trailerOf(body.subarray(0, hashedEnd)),
            algorithm: body.readUInt8(2),
            fields: body.subarray(unhashedEnd + 2),
            body,
        };
    const endless = !hashed.some(({ type }) => type === subpackets.expirationTime);
    return {
        ...(fingerprint !== undefined && { fingerprint }),
        ...(keyId !== undefined && { keyId }),
        ...(created !== undefined && { created }),
        ...(sound && over === 'bytes' && endless && { checkable: sound }),
        ...(sound && over && { verifiable: { ...sound, over, ...(lifetime > 0 && { expires: (created ?? 0) + lifetime }) } }),
    };
}
const documentKinds = { [binaryDocument]: 'bytes', [textDocument]: 'text' };
const knownSubpackets = new Set(Object.values(subpackets));
/** Versions 3 and 6 are named, never kept: gpg 2.4 no longer takes the former, gpg 2.2 does not know the latter. */
function readOther(body) {
    if (body[0] === 3)
        return { created: body.readUInt32BE(3), keyId: body.subarray(7, 15).toString('hex').toUpperCase() };
    return body[0] === 6 ? {} : undefined;
}
/** Splits an area of subpackets (5.2.3.7). */
function readSubpackets(area) {
    const found = [];
    for (let at = 0; at < area.length;) {
        const first = area.readUInt8(at);
        const header = first < 192 ? 1 : first < 255 ? 2 : 5;
        const length = header === 1 ? first : header === 2 ? ((first - 192) << 8) + area.readUInt8(at + 1) + 192 : area.readUInt32BE(at + 1);
        const tag = area.readUInt8(at + header);
        if (length === 0 || at + header + length > area.length)
            throw new RangeError('subpacket runs over');
        found.push({ type: tag & 0x7f, critical: (tag & 0x80) !== 0, body: area.subarray(at + header + 1, at + header + length) });
        at += header + length;
    }
    return found;
}

;// CONCATENATED MODULE: ./build/publication/version-state.js







/** Reads what a repository says of itself; `undefined` when it is none yet. */
async function readRepositoryMetadata(repository) {
    const bytes = await repository.read(repositoryDocument);
    if (bytes === undefined)
        return undefined;
    return parseDocument(bytes, repository.locate(repositoryDocument));
}
/** Parses a small JSON document of the repository. Throws `conflict` when it is damaged: nothing is overwritten that is not understood. */
function parseDocument(bytes, shownAs) {
    try {
        const value = JSON.parse(Buffer.from(bytes).toString());
        if (typeof value === 'object' && value !== null && !Array.isArray(value))
            return value;
        throw new Error('it is no object');
    }
    catch (error) {
        throw new core_errors/* ActionError */.lZ('conflict', `'${shownAs}' is damaged: ${(0,core_errors/* messageOf */.bD)(error)}`, {
            cause: error,
            hint: 'Restore it from a copy of the repository.',
        });
    }
}
/** Reads what there is of a version; `paths` are the final paths of the files that this run brings. */
async function readVersionState(repository, name, paths) {
    const published = await readRecord(repository, publishedRecord(name.package, name.version));
    const staged = await readRecord(repository, stagedRecord(name.package, name.version));
    const stagedPaths = await repository.list(stagedVersionFolder(name.package, name.version));
    const stagedEntries = await inspectStaged(repository, name, stagedPaths);
    const concerned = new Set([...paths, ...(staged?.files.map(({ path }) => path) ?? [])]);
    const entries = await repository.inspect([...concerned].flatMap(ownPaths));
    const ours = new Set(published?.files.flatMap(({ path }) => ownPaths(path)) ?? []);
    const foreign = [...entries.keys()].filter((path) => !ours.has(path));
    const recorded = staged?.files ?? [];
    const intact = recorded.filter((file) => isIntact(file, stagedEntries));
    return {
        published,
        staged,
        entries,
        stagedEntries,
        waiting: await readWaiting(repository, name, intact, stagedEntries),
        damaged: recorded.filter((file) => !intact.includes(file)).map(({ path }) => path),
        stagedPaths,
        owners: foreign.length === 0 ? new Map() : await findOwners(repository, new Set(foreign), name),
        foundSignatures: await readFoundSignatures(repository, entries, published?.files ?? []),
    };
}
async function inspectStaged(repository, name, stagedPaths) {
    const prefix = stagedFile(name.package, name.version, '');
    const entries = await repository.inspect(stagedPaths.filter((path) => path.startsWith(prefix)));
    return new Map([...entries].map(([path, entry]) => [path.slice(prefix.length), entry]));
}
/** What was tampered with or damaged while it was staged is never published; a path that the repository may not have is no better. */
function isIntact({ path, sha256 }, entries) {
    const entry = entries.get(path);
    return pathProblem(path) === undefined && entry?.kind === 'file' && entry.sha256 === sha256;
}
async function readWaiting(repository, name, files, entries) {
    const read = (path) => (entries.has(path) ? repository.read(stagedFile(name.package, name.version, path)) : undefined);
    const waiting = [];
    for (const { path, size, md5, sha1, sha256, sha512, signature } of files) {
        const content = signature === undefined ? undefined : await read(signaturePath(path));
        const sidecars = [];
        for (const algorithm of digestAlgorithms) {
            const sidecar = await read(sidecarPath(path, algorithm));
            if (sidecar !== undefined)
                sidecars.push({ algorithm, content: sidecar, generated: false });
        }
        waiting.push({
            path,
            shownAs: repository.locate(stagedFile(name.package, name.version, path)),
            size,
            digests: { md5, sha1, sha256, sha512 },
            staged: true,
            override: false,
            sidecars,
            ...(content !== undefined && {
                signature: { content, ...(signature?.fingerprint !== undefined && { fingerprint: signature.fingerprint }) },
            }),
        });
    }
    return waiting;
}
async function readRecord(repository, path) {
    const bytes = await repository.read(path);
    return bytes === undefined ? undefined : parseRecord(Buffer.from(bytes).toString(), repository.locate(path));
}
/** Looks through the records of all versions: needed only when a path is taken and not ours, which is rare. */
async function findOwners(repository, taken, self) {
    const owners = new Map();
    for (const path of await repository.list(packagesFolder)) {
        if (owners.size === taken.size)
            break;
        if (!path.includes('/versions/') || path === publishedRecord(self.package, self.version))
            continue;
        const record = await readRecord(repository, path);
        const owner = { package: record?.package.name ?? '', version: record?.version.name ?? '' };
        for (const file of record?.files ?? [])
            for (const own of ownPaths(file.path))
                if (taken.has(own))
                    owners.set(own, owner);
    }
    return owners;
}
async function readFoundSignatures(repository, entries, recorded) {
    const known = new Set(recorded.filter((file) => file.signature !== undefined).map((file) => signaturePath(file.path)));
    const found = new Map();
    for (const [path, entry] of entries) {
        if (!path.endsWith('.asc') || entry.kind !== 'file' || known.has(path))
            continue;
        const bytes = await repository.read(path);
        if (bytes !== undefined)
            found.set(path, readSignature(Buffer.from(bytes))?.fingerprint);
    }
    return found;
}
/** The records that there are of a version: published, staged. Read without the lock, to know what the version has already. */
async function readRecordsOf(repository, name) {
    const records = [
        await readRecord(repository, publishedRecord(name.package, name.version)),
        await readRecord(repository, stagedRecord(name.package, name.version)),
    ];
    return records.filter((record) => record !== undefined);
}

;// CONCATENATED MODULE: ./build/publication/repository-documents.js


/** The repository's own document, where it changes: made on first use, later updated only when the descriptor says so. */
async function repositoryDocuments(repository, request) {
    if (!request.writesRepositoryDocument)
        return [];
    const bytes = await repository.read(repositoryDocument);
    const { name, description, labels } = request.repository;
    const updated = { ...(description !== undefined && { description }), ...(labels !== undefined && { labels }) };
    const before = bytes === undefined ? undefined : parseDocument(bytes, repository.locate(repositoryDocument));
    const after = before === undefined
        ? { type: request.type, ...(name !== undefined && { name }), ...updated }
        : { ...before, ...(request.updateExisting && updated) };
    return repository_documents_changed(repositoryDocument, bytes, { schema: 'outtray/repository/v1', ...after });
}
/** The package's document, where it changes: fields that the publisher gives overwrite, others stay. */
async function packageDocuments(repository, metadata) {
    const path = packageDocument(metadata.name);
    const bytes = await repository.read(path);
    const before = bytes === undefined ? {} : parseDocument(bytes, repository.locate(path));
    return repository_documents_changed(path, bytes, { schema: 'outtray/package/v1', ...before, ...metadata });
}
/** Those of some documents that are not there with the same bytes. */
async function changedDocuments(repository, documents) {
    const differing = [];
    for (const document of documents) {
        const there = await repository.read(document.path);
        if (there === undefined || !Buffer.from(document.content).equals(there))
            differing.push(document);
    }
    return differing;
}
function repository_documents_changed(path, before, value) {
    const content = `${JSON.stringify(value, undefined, 2)}\n`;
    return before !== undefined && Buffer.from(before).toString() === content ? [] : [{ path, content }];
}

;// CONCATENATED MODULE: ./build/publication/publication.js









/** Publishes or stages: looks at what is there, does what is missing, in one step. Other publishers wait meanwhile. */
async function publishVersion(repository, wanted, request, context) {
    const now = context.clock.now();
    return await repository.exclusively(async () => {
        await checkType(repository, request.type);
        const name = { package: wanted.package.name, version: wanted.metadata.name };
        const found = await readVersionState(repository, name, wanted.files.map(({ path }) => path));
        const state = request.publish ? await signWaiting(repository, found, wanted) : found;
        // A release without assets is a version all the same.
        if (wanted.files.length === 0 && wanted.origin === undefined && state.staged === undefined && state.published === undefined) {
            throw new core_errors/* ActionError */.lZ('invalid-input', `no files are given, and nothing is staged of version '${name.version}' of package '${name.package}'`, {
                hint: "Give 'files', a descriptor or a record; or check the names.",
            });
        }
        const plan = planVersion({
            ...wanted,
            publish: request.publish,
            override: request.override,
            version: name.version,
            now,
            updateWindowDays: request.updateWindowDays,
            ...(request.replacing !== undefined && { replacing: request.replacing }),
            target: repository.target,
            time: (0,clock/* isoTime */.L)(now),
            run: recordedRun(context.github),
        }, state);
        const visible = request.publish && (plan.record.files.length > 0 || plan.record.origin !== undefined);
        const change = {
            uploads: plan.uploads,
            moves: plan.moves,
            documents: [
                ...plan.companions,
                ...(await repositoryDocuments(repository, request)),
                ...(visible ? await packageDocuments(repository, { ...state.staged?.package, ...wanted.package }) : []),
                ...(visible ? await changedDocuments(repository, wanted.documents ?? []) : []),
                ...(plan.recordDocument === undefined ? [] : [plan.recordDocument]),
                // Last: whoever reads the metadata finds the version that it names.
                ...(visible && request.type === 'maven' ? await metadataDocuments(repository, plan.record, now) : []),
            ],
            removals: plan.removals,
        };
        await apply(repository, change);
        return plan;
    });
}
/** Signs files that an earlier run staged without a signature. */
async function signWaiting(repository, state, { signer, package: { name }, metadata }) {
    const unsigned = state.waiting.filter(({ signature }) => signature === undefined);
    if (signer === undefined || unsigned.length === 0)
        return state;
    const sources = await Promise.all(unsigned.map(async ({ path, size }) => ({ path: await repository.localFile(stagedFile(name, metadata.name, path)), size })));
    const hashed = await hashFiles(sources, { signer });
    const signed = new Map(unsigned.map((file, index) => [file, hashed[index]?.signature]));
    const waiting = state.waiting.map((file) => {
        const content = signed.get(file);
        return content === undefined ? file : { ...file, signature: { content, fingerprint: signer.portable.fingerprint } };
    });
    return { ...state, waiting };
}
/** Removes what is staged of a version; nothing staged is fine. */
async function discardVersion(repository, name) {
    return await repository.exclusively(async () => {
        const state = await readVersionState(repository, name, []);
        const change = planDiscard(state, name.version);
        await apply(repository, change);
        return state.staged?.files.length ?? 0;
    });
}
/** Another run may have made the repository since we looked. */
async function checkType(repository, type) {
    const there = (await readRepositoryMetadata(repository))?.type;
    if (there !== undefined && there !== type)
        throw new core_errors/* ActionError */.lZ('conflict', `the repository is of type '${there}' by now, not '${type}'`, { hint: 'Run again.' });
}
async function apply(repository, change) {
    try {
        await repository.apply(change);
    }
    catch (error) {
        if (error instanceof core_errors/* ActionError */.lZ && error.hint !== undefined)
            throw error;
        throw new core_errors/* ActionError */.lZ(error instanceof core_errors/* ActionError */.lZ ? error.code : 'unavailable', `the repository '${repository.target}' could not be written: ${(0,core_errors/* messageOf */.bD)(error)}`, {
            cause: error,
            hint: 'Mend the cause and run again: what was begun is completed, what was not is done anew.',
        });
    }
}

;// CONCATENATED MODULE: ./build/publication/target-path.js

const placeholders = ['{package}', '{version}', '{path}', '{name}'];
/** Where files go when nobody says anything else. */
const defaultTemplate = '{package}/{version}/{name}';
/** Tells what is wrong with a `path` template; `location` is where a descriptor holds it. */
function checkTemplate(template, diagnostics, location) {
    for (const used of unknownPlaceholders(template)) {
        diagnostics.error(`'path' has '${used}', which stands for nothing`, {
            hint: `There are ${placeholders.join(', ')}.`,
            ...(location !== undefined && { location }),
        });
    }
}
/** Whether a `path` template can be filled in; what is wrong with it has been told. */
function isTemplate(template) {
    return unknownPlaceholders(template).length === 0;
}
function unknownPlaceholders(template) {
    const used = [...template.matchAll(/\{[^{}]*\}?|\}/g)].map(([text]) => text);
    return used.filter((text) => !placeholders.some((placeholder) => placeholder === text));
}
/**
 * Fills a `path` template in.
 * @param file its name, and as `rest` its path below the folder that it was found in
 */
function expandTemplate(template, file, values) {
    const known = { package: values.package, version: values.version, path: file.rest, name: file.name };
    return template.replace(/\{(package|version|path|name)\}/g, (_, key) => known[key] ?? '');
}
/** Tells every path at which no file may stand, and every two files that would be one. */
function checkPaths(placed, diagnostics) {
    const first = new Map();
    for (const { path, file } of placed) {
        const problem = pathProblem(path);
        if (problem !== undefined)
            diagnostics.error(`'${file.shownAs}' cannot be published as '${path}': ${problem}`, { hint: "Change 'path', or the file's name." });
        const other = first.get(path);
        if (other !== undefined) {
            diagnostics.error(`'${other.shownAs}' and '${file.shownAs}' would both be published as '${path}'`, {
                hint: "Put {path} into 'path', so that their folders keep them apart.",
            });
        }
        first.set(path, file);
    }
    for (const { first: one, second, reason } of pathClashes(placed.map(({ path }) => path))) {
        diagnostics.error(`'${one}' and '${second}' cannot both be published: ${reason}`);
    }
}

;// CONCATENATED MODULE: ./build/repositories/dry-run.js
/** A repository that is read like any other, and to which nothing is done: a dry run goes the same way as a real one. */
class DryRunRepository {
    #inner;
    constructor(inner) {
        this.#inner = inner;
    }
    get target() {
        return this.#inner.target;
    }
    read(path) {
        return this.#inner.read(path);
    }
    list(folder) {
        return this.#inner.list(folder);
    }
    inspect(paths) {
        return this.#inner.inspect(paths);
    }
    localFile(path) {
        return this.#inner.localFile(path);
    }
    async recover() { }
    /** Takes no lock: a lock is a write. */
    exclusively(work) {
        return work();
    }
    async apply(_change) { }
    /** Nothing arrives in a dry run: whoever asks for it has forgotten that nothing is to be written. */
    async arrival(name) {
        throw new Error(`a dry run receives nothing, and was asked to receive '${name}'`);
    }
    async discardArrivals(_name) { }
    locate(path) {
        return this.#inner.locate(path);
    }
}

;// CONCATENATED MODULE: ./build/core/walk.js




/** Most names that one walk looks at: a workspace has thousands, a mistaken pattern over a whole disk has millions. */
const walkLimit = 1_000_000;
/** The order of everything that we list: by UTF-16 code unit, the same on every machine and in every locale. */
function byCodeUnit(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
/** The names in a folder in code unit order, links not followed; a folder that cannot be read is an `ActionError`. */
async function listFolder(absolute) {
    try {
        const entries = await (0,promises_.readdir)(absolute, { withFileTypes: true });
        return entries.map((entry) => ({ name: entry.name, kind: walk_kindOf(entry) })).sort((a, b) => byCodeUnit(a.name, b.name));
    }
    catch (error) {
        const code = (0,core_errors/* systemCode */.xU)(error) === 'ENOENT' ? 'not-found' : 'unavailable';
        throw new core_errors/* ActionError */.lZ(code, `The folder ${absolute} cannot be read: ${(0,core_errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}
/** Walks the folder `from` (relative to `root`, '' = the root itself) in code unit order. Links are visited, never followed. */
async function walkWith(start, visitor) {
    const open = [{ path: start.from, state: start.state }];
    let seen = 0;
    for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
        const below = [];
        const entries = await listFolder((0,external_node_path_namespaceObject.join)(start.root, folder.path));
        seen += entries.length;
        if (seen > walkLimit) {
            throw new core_errors/* ActionError */.lZ('invalid-input', `There are more than ${walkLimit} files below ${start.from || 'the workspace root'}`, {
                hint: 'Name a deeper folder before the first wildcard.',
            });
        }
        for (const { name, kind } of entries) {
            const path = folder.path === '' ? name : `${folder.path}/${name}`;
            if (kind !== 'folder') {
                visitor.visit({ path, name, kind }, folder.state);
                continue;
            }
            const state = visitor.enter(name, folder.state);
            if (state !== undefined)
                below.push({ path, state });
        }
        open.push(...below.reverse());
    }
}
/** Everything below the folder `from` that is no folder, sorted by path, hidden names included; links are listed, not followed. */
async function walk(root, from = '') {
    const found = [];
    await walkWith({ root, from, state: true }, { enter: () => true, visit: (entry) => found.push(entry) });
    return found.sort((a, b) => byCodeUnit(a.path, b.path));
}
/** True when `absolute` is `root` or below it, by name alone: links are not looked at. */
function isInside(root, absolute) {
    const path = (0,external_node_path_namespaceObject.relative)(root, absolute);
    return path === '' || (path !== '..' && !path.startsWith('../') && !(0,external_node_path_namespaceObject.isAbsolute)(path));
}
/**
 * Follows the links of a path. `root` is a real path; whatever ends elsewhere is `outside`, a link to nothing is `missing`. Synchronous: two calls
 * of some microseconds, which as promises would be most of the time that ten thousand literal names take.
 */
function resolveInside(root, absolute) {
    try {
        const real = external_node_fs_.realpathSync.native(absolute);
        if (!isInside(root, real))
            return { kind: 'outside' };
        const kind = walk_kindOf((0,external_node_fs_.lstatSync)(real));
        return kind === 'link' ? { kind: 'missing' } : { kind, real };
    }
    catch (error) {
        if (missingCodes.has((0,core_errors/* systemCode */.xU)(error) ?? ''))
            return { kind: 'missing' };
        throw new core_errors/* ActionError */.lZ('unavailable', `${absolute} cannot be read: ${(0,core_errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}
/** `ERR_INVALID_ARG_VALUE` is a NUL character in the name, `ELOOP` a circle of links: no file has either. */
const missingCodes = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'ERR_INVALID_ARG_VALUE']);
function walk_kindOf(entry) {
    if (entry.isFile())
        return 'file';
    if (entry.isDirectory())
        return 'folder';
    return entry.isSymbolicLink() ? 'link' : 'special';
}

;// CONCATENATED MODULE: ./build/repositories/directory/journal.js





const transactionFolder = '.outtray/transaction';
const journalFile = `${transactionFolder}/journal.json`;
/**
 * Writes down what is about to happen, and does it. From the moment in which the journal has its name the change will happen: whoever takes the lock
 * next completes it. Before that moment nothing has happened.
 *
 * Nothing here waits: a version takes some forty calls of the system, of which each costs ten times as much as a promise.
 */
function commit(root, steps) {
    const journal = external_node_path_namespaceObject.join(root, journalFile);
    (0,external_node_fs_.writeFileSync)(`${journal}.new`, `${JSON.stringify(steps)}\n`);
    (0,external_node_fs_.renameSync)(`${journal}.new`, journal);
    play(root, steps);
    discard(root);
}
/** Completes what a publisher began who died after its commit, and clears away what one left who died before. */
function recover(root) {
    const text = unlessMissing(() => (0,external_node_fs_.readFileSync)(external_node_path_namespaceObject.join(root, journalFile), 'utf8'));
    if (text !== undefined)
        play(root, readSteps(text));
    discard(root);
}
/** Whoever can write into the repository can write a journal: it moves and removes nothing elsewhere. */
function readSteps(text) {
    const steps = parseSteps(text);
    const paths = steps?.flatMap((step) => ('remove' in step ? [step.remove] : [step.rename, step.to]));
    if (steps === undefined || paths?.every((file) => typeof file === 'string' && isPlainPath(file)) !== true) {
        throw new core_errors/* ActionError */.lZ('conflict', `the journal '${journalFile}' of the repository is damaged`, {
            hint: 'It is of a publication that was cut off. Compare the repository with a copy, then delete the folder of the journal.',
        });
    }
    return steps;
}
function parseSteps(text) {
    try {
        const steps = JSON.parse(text);
        const isStep = (step) => typeof step === 'object' && step !== null && ('remove' in step || ('rename' in step && 'to' in step));
        return Array.isArray(steps) && steps.every(isStep) ? steps : undefined;
    }
    catch {
        return undefined;
    }
}
/** Clears the transaction away, the journal first: without it the rest means nothing. */
function discard(root) {
    unlessMissing(() => (0,external_node_fs_.unlinkSync)(external_node_path_namespaceObject.join(root, journalFile)));
    const folder = external_node_path_namespaceObject.join(root, transactionFolder);
    if (!removeIfEmpty(folder))
        unlessMissing(() => (0,external_node_fs_.rmSync)(folder, { recursive: true }));
}
/** Every step may have been done before: a source that is gone has been moved. */
function play(root, steps) {
    for (const step of steps) {
        if ('remove' in step) {
            unlessMissing(() => (0,external_node_fs_.unlinkSync)(external_node_path_namespaceObject.join(root, step.remove)));
            removeEmptyFolders(root, external_node_path_namespaceObject.dirname(step.remove));
        }
        else {
            place(root, step);
            if ([stagedFolder, incomingFolder].some((folder) => step.rename.startsWith(`${folder}/`))) {
                removeEmptyFolders(root, external_node_path_namespaceObject.dirname(step.rename));
            }
        }
    }
}
/** Moves a file or folder to its place; the folder of that is made when it turns out to be missing. */
function place(root, step) {
    const [from, to] = [external_node_path_namespaceObject.join(root, step.rename), external_node_path_namespaceObject.join(root, step.to)];
    if (step.to.startsWith(`${stagedFolder}/`))
        makeFolder(root, external_node_path_namespaceObject.dirname(step.to));
    else if (move(from, to))
        return;
    else
        makeFolder(root, external_node_path_namespaceObject.dirname(step.to));
    move(from, to);
}
/** Whether something was there to be moved, and a folder to take it. */
function move(from, to) {
    try {
        (0,external_node_fs_.renameSync)(from, to);
    }
    catch (error) {
        const code = (0,core_errors/* systemCode */.xU)(error);
        if (code === 'ENOENT')
            return false;
        // A folder that was new when the change was planned exists by now, made by somebody who takes no lock: its files are moved one by one.
        if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'EPERM')
            throw error;
        const entries = readableFolder(from);
        if (entries === undefined)
            throw error;
        for (const entry of entries)
            move(external_node_path_namespaceObject.join(from, entry), external_node_path_namespaceObject.join(to, entry));
    }
    return true;
}
function readableFolder(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder);
    }
    catch {
        return undefined;
    }
}
/** Makes a folder of the repository; what is staged, received or under way is its publisher's alone. */
function makeFolder(root, folder) {
    for (const closed of [stagedFolder, incomingFolder, transactionFolder]) {
        if (!`${folder}/`.startsWith(`${closed}/`))
            continue;
        (0,external_node_fs_.mkdirSync)(external_node_path_namespaceObject.join(root, closed), { recursive: true });
        // A checkout of git's, or a copy, may have opened it.
        (0,external_node_fs_.chmodSync)(external_node_path_namespaceObject.join(root, closed), 0o700);
        if (folder === closed)
            return;
    }
    (0,external_node_fs_.mkdirSync)(external_node_path_namespaceObject.join(root, folder), { recursive: true });
}
/** Removes a folder and those above it as long as they are empty; the folder of staged versions stays. Who died while doing so left some of them. */
function removeEmptyFolders(root, folder) {
    for (let at = folder; at !== '.' && at !== '/' && at !== stagedFolder; at = external_node_path_namespaceObject.dirname(at)) {
        try {
            (0,external_node_fs_.rmdirSync)(external_node_path_namespaceObject.join(root, at));
        }
        catch (error) {
            if ((0,core_errors/* systemCode */.xU)(error) !== 'ENOENT')
                return;
        }
    }
}
/** Removes a folder if nothing is in it; says whether it did. */
function removeIfEmpty(folder) {
    try {
        (0,external_node_fs_.rmdirSync)(folder);
        return true;
    }
    catch {
        return false;
    }
}
function unlessMissing(act) {
    try {
        return act();
    }
    catch (error) {
        if ((0,core_errors/* systemCode */.xU)(error) === 'ENOENT')
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/repositories/directory/owner.js




/** How often the file of an owner is touched, in milliseconds. */
const heartbeat = 5_000;
// An owner on another machine, whom we cannot look up, counts as dead when its heartbeat is this old.
const staleAfter = 60_000;
/** A new name under which this process holds something: unique, and telling others whether the holder still lives. Its parts are joined by `~`. */
function newOwner() {
    return `${ownHost()}~${process.pid}~${startTime(process.pid) ?? ''}~${randomPart()}`;
}
/** Whether an owner lives: by its process where we can look that up, else by the time of the file that it touches. */
async function isAlive(file, owner) {
    const [host, pid, started] = owner.split('~');
    if (host === ownHost())
        return isRunning(Number(pid), started);
    const beaten = await (0,promises_.stat)(file).catch(() => undefined);
    return beaten !== undefined && Date.now() - beaten.mtimeMs < staleAfter;
}
function isRunning(pid, started) {
    try {
        process.kill(pid, 0);
    }
    catch (error) {
        if ((0,core_errors/* systemCode */.xU)(error) === 'ESRCH')
            return false;
    }
    // The same number may be another process by now.
    return started === '' || started === (startTime(pid) ?? '');
}
/** When a process started, in clock ticks since boot (proc(5), field 22 of stat); only on Linux. */
function startTime(pid) {
    try {
        const stat = (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, 'utf8');
        return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    }
    catch {
        return undefined;
    }
}
/** Names the set of processes whose numbers we can look up: a boot of a machine, and on Linux the namespace of its process numbers. */
function ownHost() {
    try {
        const boot = (0,external_node_fs_.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8').trim();
        return `${boot}.${(0,external_node_fs_.readlinkSync)('/proc/self/ns/pid').replace(/\D/g, '')}`;
    }
    catch {
        return (0,external_node_os_.hostname)().replace(/[^A-Za-z0-9.-]/g, '-');
    }
}
function randomPart() {
    return Math.random().toString(36).slice(2, 10);
}

;// CONCATENATED MODULE: ./build/repositories/directory/arrivals.js








/**
 * The files that are being received into a directory. The file of an arrival is named after its owner, and without one while nobody holds it:
 *
 * - A name is unique, so two runs never write into the same file.
 * - What a dead run left is taken over by a rename, and only under the repository's lock: whatever journal names the file has been played then.
 */
class Arrivals {
    #root;
    #exclusively;
    #open = new Map();
    #beat;
    constructor(root, exclusively) {
        this.#root = root;
        this.#exclusively = exclusively;
    }
    async open(name) {
        const stem = incomingFile(name);
        this.#refuseLinks(external_node_path_namespaceObject.posix.dirname(stem));
        const file = `${stem}~${newOwner()}`;
        if ((await this.#abandoned(stem)).length > 0)
            await this.#exclusively(() => this.#takeOver(stem, file));
        const arrival = await this.#openFile(stem, file);
        this.#open.set(file, arrival);
        this.#beat ??= setInterval(() => this.#touch(), heartbeat).unref();
        return arrival;
    }
    /** Removes what nobody living holds, of a name and of all names below it, and folders that are empty by then. */
    async discard(name) {
        const stem = incomingFile(name);
        this.#refuseLinks(external_node_path_namespaceObject.posix.dirname(stem));
        const below = this.#foldersBelow(name);
        for (const folder of below)
            this.#refuseLinks(folder);
        const abandoned = async () => (await Promise.all([stem, ...below.map((folder) => `${folder}/`)].map((each) => this.#abandoned(each)))).flat();
        if ((await abandoned()).length > 0) {
            await this.#exclusively(async () => {
                for (const file of await abandoned())
                    this.#remove(file);
            });
        }
        for (const folder of [external_node_path_namespaceObject.posix.dirname(stem), ...below])
            removeEmptyFolders(this.#root, folder);
    }
    /**
     * Ends the writing of arrivals that are about to be moved, since some systems move no file that is open. Throws `conflict` when one is gone, since a
     * journal takes a source that is gone for one that it has moved; and when it is not as long as it was left.
     */
    async settle(files) {
        for (const file of files.filter((from) => from.startsWith(`${incomingFolder}/`))) {
            const arrival = this.#open.get(file);
            await arrival?.close();
            const found = (0,external_node_fs_.lstatSync)(external_node_path_namespaceObject.join(this.#root, file), { throwIfNoEntry: false });
            if (found?.isFile() && (arrival === undefined || arrival.size === found.size))
                continue;
            const how = found?.isFile() ? `has ${found.size} bytes instead of ${arrival?.size}` : 'is gone';
            throw new core_errors/* ActionError */.lZ('conflict', `'${file}' was received, and ${how}`, {
                hint: 'Something else writes there: let it finish, then run again.',
            });
        }
    }
    async #openFile(stem, file) {
        const made = (0,external_node_fs_.mkdirSync)(this.#root, { recursive: true });
        const absolute = external_node_path_namespaceObject.join(this.#root, file);
        for (let attempt = 1;; attempt++) {
            makeFolder(this.#root, external_node_path_namespaceObject.posix.dirname(file));
            try {
                // Appending, so that nothing that is there can be overwritten; and never through a link that somebody put there.
                const handle = await (0,promises_.open)(absolute, external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_APPEND | external_node_fs_.constants.O_NOFOLLOW);
                const { size } = await handle.stat();
                return new ReceivedFile({ path: file, localPath: absolute, handle, size }, () => this.#release(stem, file, made !== undefined));
            }
            catch (error) {
                // Whoever removed the last file of the folder removed the folder, too.
                if ((0,core_errors/* systemCode */.xU)(error) !== 'ENOENT' || attempt === 10)
                    throw error;
            }
        }
    }
    /** Gives the longest of what was left the name of its new owner. */
    async #takeOver(stem, file) {
        const sized = [];
        for (const candidate of await this.#abandoned(stem)) {
            const found = (0,external_node_fs_.lstatSync)(external_node_path_namespaceObject.join(this.#root, candidate), { throwIfNoEntry: false });
            // Writing into a file with a second name would change what that name shows.
            if (found?.isFile() && found.nlink === 1)
                sized.push({ candidate, size: found.size });
        }
        const [longest] = sized.sort((a, b) => b.size - a.size);
        if (longest !== undefined)
            (0,external_node_fs_.renameSync)(external_node_path_namespaceObject.join(this.#root, longest.candidate), external_node_path_namespaceObject.join(this.#root, file));
        for (const rest of await this.#abandoned(stem))
            this.#remove(rest);
    }
    /** The files of a name, or of a folder that is given with `/`, that nobody living holds. */
    async #abandoned(stem) {
        const folder = stem.slice(0, stem.lastIndexOf('/'));
        const abandoned = [];
        for (const entry of this.#namesIn(folder)) {
            const file = `${folder}/${entry}`;
            if (file.startsWith(stem.endsWith('/') ? stem : `${stem}~`) && !(await this.#isHeld(file)))
                abandoned.push(file);
        }
        return abandoned;
    }
    /** The folders of all names below one. */
    #foldersBelow(name) {
        const encoded = repository_path_encodeName(name);
        const isBelow = (entry) => entry === encoded || entry.startsWith(`${encoded}${repository_path_encodeName('/')}`);
        return this.#namesIn(incomingFolder)
            .filter(isBelow)
            .map((entry) => `${incomingFolder}/${entry}`);
    }
    #namesIn(folder) {
        try {
            return (0,external_node_fs_.readdirSync)(external_node_path_namespaceObject.join(this.#root, folder));
        }
        catch (error) {
            if ((0,core_errors/* systemCode */.xU)(error) === 'ENOENT')
                return [];
            throw error;
        }
    }
    async #isHeld(file) {
        const owner = external_node_path_namespaceObject.posix.basename(file).split('~').slice(1).join('~');
        return owner.includes('~') && (await isAlive(external_node_path_namespaceObject.join(this.#root, file), owner));
    }
    #remove(file) {
        arrivals_unlessMissing(() => (0,external_node_fs_.unlinkSync)(external_node_path_namespaceObject.join(this.#root, file)));
    }
    /** Keeps the bytes for whoever comes next; without bytes nothing is left. */
    #release(stem, file, madeRoot) {
        const size = this.#open.get(file)?.size;
        this.#open.delete(file);
        if (this.#open.size === 0) {
            clearInterval(this.#beat);
            this.#beat = undefined;
        }
        if (size === 0) {
            this.#remove(file);
            removeEmptyFolders(this.#root, external_node_path_namespaceObject.posix.dirname(file));
            if (madeRoot)
                removeIfEmpty(this.#root);
            return;
        }
        // A change that failed half-way names the file: whoever completes it must find it. Another publisher's says nothing of it.
        if (this.#isInJournal(file))
            return;
        arrivals_unlessMissing(() => (0,external_node_fs_.renameSync)(external_node_path_namespaceObject.join(this.#root, file), external_node_path_namespaceObject.join(this.#root, `${stem}~${randomPart()}`)));
    }
    #isInJournal(file) {
        let journal;
        arrivals_unlessMissing(() => {
            journal = (0,external_node_fs_.readFileSync)(external_node_path_namespaceObject.join(this.#root, journalFile), 'utf8');
        });
        return journal?.includes(JSON.stringify(file)) ?? false;
    }
    #touch() {
        for (const file of this.#open.keys())
            (0,external_node_fs_.utimes)(external_node_path_namespaceObject.join(this.#root, file), new Date(), new Date(), () => { });
    }
    #refuseLinks(folder) {
        const segments = folder.split('/');
        for (let length = 1; length <= segments.length; length++) {
            const above = segments.slice(0, length).join('/');
            const found = (0,external_node_fs_.lstatSync)(external_node_path_namespaceObject.join(this.#root, above), { throwIfNoEntry: false });
            if (found === undefined)
                return;
            if (!found.isDirectory()) {
                throw new core_errors/* ActionError */.lZ('conflict', `nothing can be received: '${above}' in the repository is no folder`, {
                    hint: `Delete it: nobody but Outtray uses '${incomingFolder}'.`,
                });
            }
        }
    }
}
class ReceivedFile {
    path;
    localPath;
    #handle;
    #release;
    #size;
    #state = 'open';
    constructor({ path, localPath, handle, size }, release) {
        this.path = path;
        this.localPath = localPath;
        this.#handle = handle;
        this.#size = size;
        this.#release = release;
    }
    get size() {
        return this.#size;
    }
    async append(chunk) {
        try {
            await this.#handle.writeFile(chunk);
            this.#size += chunk.length;
        }
        catch (error) {
            // Part of it may have been written.
            this.#size = await this.#handle.stat().then(({ size }) => size, () => this.#size);
            throw error;
        }
    }
    async restart() {
        await this.#handle.truncate(0);
        this.#size = 0;
    }
    async close() {
        if (this.#state !== 'open')
            return;
        this.#state = 'closed';
        await this.#handle.close();
    }
    async [Symbol.asyncDispose]() {
        if (this.#state === 'released')
            return;
        await this.close();
        this.#state = 'released';
        this.#release();
    }
}
function arrivals_unlessMissing(act) {
    try {
        act();
    }
    catch (error) {
        if ((0,core_errors/* systemCode */.xU)(error) !== 'ENOENT')
            throw error;
    }
}

;// CONCATENATED MODULE: ./build/repositories/directory/file-digest.js


const chunk = Buffer.allocUnsafeSlow(512 * 1024);
/** SHA-256 of a file, lower-case hexadecimal. Reads without promises: for small files these cost more than the digest. */
function sha256OfFile(file) {
    const descriptor = (0,external_node_fs_.openSync)(file, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW);
    try {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        for (let read = (0,external_node_fs_.readSync)(descriptor, chunk); read > 0; read = (0,external_node_fs_.readSync)(descriptor, chunk))
            hash.update(chunk.subarray(0, read));
        return hash.digest('hex');
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}

;// CONCATENATED MODULE: ./build/repositories/directory/inspection.js



/**
 * Looks at paths under a folder. Links are never followed: what a link points to is not the repository's. A name that some system would take for one
 * that is there is an obstacle too. Each path is looked at once: what happens meanwhile is not seen.
 */
class FolderInspection {
    #root;
    #known = new Map();
    #listings = new Map();
    constructor(root) {
        this.#root = root;
    }
    /** What stands at a path; `undefined` when nothing does and nothing is in the way. */
    look(file) {
        const found = this.#find(file);
        if (found === undefined || 'obstacle' in found)
            return found;
        if (found.isDirectory())
            return { obstacle: `'${file}' is a folder` };
        return found.isFile() ? { size: found.size } : { obstacle: `'${file}' is no ordinary file` };
    }
    /** Whether a folder is there; what is in its way is told by `look`. */
    hasFolder(folder) {
        const found = this.#find(folder);
        return found !== undefined && !('obstacle' in found);
    }
    #find(file) {
        if (!this.#known.has(file))
            this.#known.set(file, this.#search(file));
        return this.#known.get(file);
    }
    #search(file) {
        const folder = external_node_path_namespaceObject.posix.dirname(file);
        if (folder !== '.') {
            const above = this.#find(folder);
            if (above === undefined || 'obstacle' in above)
                return above;
            if (!above.isDirectory())
                return { obstacle: `'${folder}' is a file` };
        }
        const stats = (0,external_node_fs_.lstatSync)(external_node_path_namespaceObject.join(this.#root, file), { throwIfNoEntry: false });
        if (stats !== undefined && this.#isSpelledSo(file, stats)) {
            return stats.isSymbolicLink() ? { obstacle: `'${file}' is a symbolic link` } : stats;
        }
        const name = external_node_path_namespaceObject.posix.basename(file);
        const twin = this.#namesIn(folder).get(foldedPath(name));
        // Found under its very name, it was made or removed between the two looks: by another publisher, while nobody here holds the lock.
        if (twin === undefined || twin === name)
            return undefined;
        return { obstacle: `'${external_node_path_namespaceObject.posix.join(folder, twin)}' is there, which some systems take for the same name` };
    }
    /**
     * Whether the name of what was found is the one that was asked for. Folders have thousands of names: they are read only where the system may find a
     * file by another one, which shows in that it finds the same file by the other case.
     */
    #isSpelledSo(file, { ino }) {
        const name = external_node_path_namespaceObject.posix.basename(file);
        const folder = external_node_path_namespaceObject.posix.dirname(file);
        if (/^[\x20-\x7e]*$/.test(name)) {
            const otherCase = name === name.toLowerCase() ? name.toUpperCase() : name.toLowerCase();
            const other = otherCase === name ? undefined : (0,external_node_fs_.lstatSync)(external_node_path_namespaceObject.join(this.#root, folder, otherCase), { throwIfNoEntry: false });
            if (other?.ino !== ino)
                return true;
        }
        return (0,external_node_fs_.readdirSync)(external_node_path_namespaceObject.join(this.#root, folder)).includes(name);
    }
    /** The names in a folder by their folded forms. */
    #namesIn(folder) {
        const known = this.#listings.get(folder);
        if (known !== undefined)
            return known;
        const absolute = external_node_path_namespaceObject.join(this.#root, folder);
        const names = (0,external_node_fs_.existsSync)(absolute) ? (0,external_node_fs_.readdirSync)(absolute) : [];
        const listing = new Map(names.map((name) => [foldedPath(name), name]));
        this.#listings.set(folder, listing);
        return listing;
    }
}

;// CONCATENATED MODULE: ./build/repositories/directory/lock.js




/**
 * Lets one publisher at a time change a directory. The lock is a folder named `lock` that holds one file, named after its owner.
 *
 * - It is taken by renaming a prepared folder onto it: that fails while the lock holds a file, and replaces an empty folder.
 * - It is broken by deleting the file of an owner who is dead. The file's name is unique, so a breaker who is late can never delete the file of
 *   the next owner. No step can be interrupted in a way that needs a person.
 */
async function withLock(options, work) {
    const owner = newOwner();
    const lock = external_node_path_namespaceObject.join(options.folder, 'lock');
    await acquire(lock, owner, options);
    const file = external_node_path_namespaceObject.join(lock, owner);
    const beat = setInterval(() => (0,external_node_fs_.utimes)(file, new Date(), new Date(), () => { }), heartbeat);
    try {
        await sweep(options.folder);
        return await work();
    }
    finally {
        clearInterval(beat);
        (0,external_node_fs_.unlinkSync)(file);
        // Somebody may have taken the empty lock in between: then it is theirs.
        unless(['ENOTEMPTY', 'EEXIST', 'ENOENT'], () => (0,external_node_fs_.rmdirSync)(lock));
    }
}
async function acquire(lock, owner, options) {
    const prepared = `${lock}-${owner}`;
    const deadline = Date.now() + options.patience;
    for (let told = false;;) {
        (0,external_node_fs_.mkdirSync)(prepared, { recursive: true });
        (0,external_node_fs_.writeFileSync)(external_node_path_namespaceObject.join(prepared, owner), '');
        if (taken(prepared, lock))
            return;
        const holder = await livingHolder(lock);
        if (holder === undefined)
            continue;
        if (!told)
            options.onWait(holder);
        told = true;
        if (Date.now() > deadline) {
            (0,external_node_fs_.rmSync)(prepared, { recursive: true, force: true });
            throw new core_errors/* ActionError */.lZ('timeout', `another publisher holds the lock '${lock}' (${holder})`, {
                hint: 'Run again when it is through. If no such publisher exists, delete that folder.',
            });
        }
        await new Promise((resolve) => setTimeout(resolve, 10 + Math.random() * 30));
    }
}
function taken(prepared, lock) {
    try {
        (0,external_node_fs_.renameSync)(prepared, lock);
        return true;
    }
    catch (error) {
        const code = (0,core_errors/* systemCode */.xU)(error);
        if (code === 'ENOTEMPTY' || code === 'EEXIST')
            return false;
        if (code !== 'EPERM' && code !== 'EACCES')
            throw error;
        // Windows does not rename onto an empty folder; an empty one is nobody's and may go.
        unless(['ENOTEMPTY', 'EEXIST', 'ENOENT', 'EPERM', 'EACCES'], () => (0,external_node_fs_.rmdirSync)(lock));
        return false;
    }
}
/** The owner of the lock, if alive; the files of dead owners are deleted. */
async function livingHolder(lock) {
    for (const owner of namesIn(lock)) {
        if (await isAlive(external_node_path_namespaceObject.join(lock, owner), owner))
            return owner;
        unless(['ENOENT'], () => (0,external_node_fs_.unlinkSync)(external_node_path_namespaceObject.join(lock, owner)));
    }
    return undefined;
}
/** Whether somebody died who held the lock or waited for it: whoever takes it next clears that away. */
async function isLeftBehind(folder) {
    const waiting = namesIn(folder).filter((name) => name.startsWith('lock-'));
    const owners = [
        ...namesIn(external_node_path_namespaceObject.join(folder, 'lock')).map((owner) => ({ owner, file: external_node_path_namespaceObject.join(folder, 'lock', owner) })),
        ...waiting.map((name) => ({ owner: name.slice('lock-'.length), file: external_node_path_namespaceObject.join(folder, name) })),
    ];
    for (const { owner, file } of owners)
        if (!(await isAlive(file, owner)))
            return true;
    return false;
}
/** Removes what publishers left who died while they waited for the lock. */
async function sweep(folder) {
    for (const name of (0,external_node_fs_.readdirSync)(folder)) {
        if (!name.startsWith('lock-'))
            continue;
        const prepared = external_node_path_namespaceObject.join(folder, name);
        const owner = name.slice('lock-'.length);
        if (!(await isAlive(prepared, owner)))
            (0,external_node_fs_.rmSync)(prepared, { recursive: true, force: true });
    }
}
function namesIn(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder);
    }
    catch {
        return [];
    }
}
/** Does something that may fail in foreseen ways, by the codes of the system. */
function unless(codes, act) {
    try {
        act();
    }
    catch (error) {
        if (!codes.includes((0,core_errors/* systemCode */.xU)(error) ?? ''))
            throw error;
    }
}

;// CONCATENATED MODULE: ./build/repositories/directory/placement.js





/**
 * Decides how prepared files get their places: where a whole folder is new, one rename shows all of its files at once; elsewhere each file has a
 * rename of its own.
 */
class Placement {
    /** Folders to make in that of the transaction before the files are prepared. */
    folders;
    steps;
    #prepared;
    constructor(units, prepared) {
        this.#prepared = prepared;
        this.folders = [...new Set([...prepared.values()].map((file) => external_node_path_namespaceObject.posix.dirname(file)))].filter((folder) => folder !== transactionFolder);
        this.steps = units.map(({ to, prepared: rename }) => ({ rename, to }));
    }
    /** Where a file is prepared. */
    prepared(target) {
        const prepared = this.#prepared.get(target);
        if (prepared === undefined)
            throw new Error(`'${target}' has no place in this change`);
        return prepared;
    }
    /** @throws ActionError `conflict` when a target lies behind a link or on something that is no file. */
    static plan(root, targets) {
        const inspection = new FolderInspection(root);
        const units = new Map();
        const prepared = new Map();
        for (const target of targets) {
            const found = inspection.look(target);
            if (found !== undefined && 'obstacle' in found)
                throw new core_errors/* ActionError */.lZ('conflict', `'${target}' cannot be written: ${found.obstacle}`);
            const to = topmostNew(inspection, target);
            const unit = units.get(to) ?? { to, prepared: `${transactionFolder}/new-${units.size}` };
            units.set(to, unit);
            prepared.set(target, `${unit.prepared}${target.slice(to.length)}`);
        }
        return new Placement([...units.values()], prepared);
    }
}
/** The topmost folder above a file that does not exist yet, or the file itself. */
function topmostNew(inspection, target) {
    const segments = target.split('/');
    for (let length = 1; length < segments.length; length++) {
        const folder = segments.slice(0, length).join('/');
        // The folder of staged versions has a mode of its own, and is made by name.
        if (folder !== stagedFolder && !inspection.hasFolder(folder))
            return folder;
    }
    return target;
}

;// CONCATENATED MODULE: ./build/repositories/directory/directory-repository.js












const reasons = {
    EEXIST: 'it is no folder',
    ENOTDIR: 'a file stands where it needs a folder',
    ENOENT: 'its folder is gone, or a link to nothing stands in its place',
    EACCES: 'it lacks the permissions to be read and written',
    EPERM: 'the system does not permit to write it',
    EROFS: 'it lies on a file system that is read-only',
    ENOSPC: 'there is no space left',
};
/**
 * A repository in a directory: the embedded default, for GitHub Pages, rsync, an artifact. A change is prepared under `.outtray/transaction`, read
 * back, written into a journal, and then done by renames: a version whose files share a new folder appears by one rename.
 */
class DirectoryRepository {
    target;
    #options;
    #arrivals;
    #turn = Promise.resolve();
    constructor(options) {
        this.target = options.target;
        this.#options = options;
        this.#arrivals = new Arrivals(options.root, (work) => this.exclusively(work));
    }
    async read(file) {
        const absolute = this.#absolute(file);
        try {
            const descriptor = (0,external_node_fs_.openSync)(absolute, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW);
            try {
                return (0,external_node_fs_.readFileSync)(descriptor);
            }
            finally {
                (0,external_node_fs_.closeSync)(descriptor);
            }
        }
        catch (error) {
            if ((0,core_errors/* systemCode */.xU)(error) === 'ENOENT' || (0,core_errors/* systemCode */.xU)(error) === 'ENOTDIR')
                return undefined;
            throw new core_errors/* ActionError */.lZ('unavailable', `'${this.locate(file)}' cannot be read: ${(0,core_errors/* systemCode */.xU)(error) ?? 'unknown reason'}`, {
                cause: error,
            });
        }
    }
    async list(folder) {
        try {
            const entries = (0,external_node_fs_.readdirSync)(this.#absolute(folder), { recursive: true, withFileTypes: true });
            return entries
                .filter((entry) => entry.isFile())
                .map((entry) => external_node_path_namespaceObject.relative(this.#options.root, external_node_path_namespaceObject.join(entry.parentPath, entry.name)).split(external_node_path_namespaceObject.sep).join('/'))
                .sort();
        }
        catch (error) {
            if ((0,core_errors/* systemCode */.xU)(error) === 'ENOENT')
                return [];
            throw this.#explained(error);
        }
    }
    async inspect(paths) {
        try {
            return this.#inspect(paths);
        }
        catch (error) {
            throw this.#explained(error);
        }
    }
    #inspect(paths) {
        const inspection = new FolderInspection(this.#options.root);
        const entries = new Map();
        for (const file of paths) {
            const absolute = this.#absolute(file);
            const found = inspection.look(file);
            if (found === undefined)
                continue;
            if ('obstacle' in found)
                entries.set(file, { kind: 'obstacle', reason: found.obstacle });
            else
                entries.set(file, { kind: 'file', size: found.size, sha256: sha256OfFile(absolute) });
        }
        return entries;
    }
    async recover() {
        const isHalfDone = (0,external_node_fs_.existsSync)(this.#absolute(journalFile)) || (await isLeftBehind(this.#absolute(repository_path_metadataFolder)));
        if (isHalfDone)
            await this.exclusively(async () => { });
    }
    /** Those of this process queue up here: each would only look again and again whether the lock is free. */
    async exclusively(work) {
        const turn = this.#turn.then(() => this.#exclusively(work));
        this.#turn = turn.catch(() => { });
        try {
            return await turn;
        }
        catch (error) {
            throw this.#explained(error);
        }
    }
    async #exclusively(work) {
        const made = (0,external_node_fs_.mkdirSync)(this.#options.root, { recursive: true });
        this.#refuseLinkedMetadata();
        const folder = this.#absolute(repository_path_metadataFolder);
        try {
            return await withLock({ folder, patience: this.#options.patience, onWait: this.#options.onWait }, async () => {
                recover(this.#options.root);
                return await work();
            });
        }
        finally {
            // A refused first run leaves nothing; folders that hold something stay.
            if (removeIfEmpty(folder) && made !== undefined)
                removeIfEmpty(this.#options.root);
        }
    }
    async apply(change) {
        const root = (0,external_node_fs_.realpathSync)(this.#options.root);
        const targets = [
            ...change.uploads.map(({ path }) => path),
            ...change.moves.map(({ to }) => to),
            ...change.documents.map(({ path }) => path),
        ];
        if (targets.length === 0 && change.removals.length === 0)
            return;
        for (const file of [...targets, ...change.moves.map(({ from }) => from), ...change.removals])
            this.#absolute(file);
        const placement = Placement.plan(root, targets);
        makeFolder(root, transactionFolder);
        for (const folder of placement.folders)
            (0,external_node_fs_.mkdirSync)(external_node_path_namespaceObject.join(root, folder), { recursive: true });
        await copyFiles(change.uploads.map(({ path: file, from, size, sha256 }) => ({ from, to: external_node_path_namespaceObject.join(root, placement.prepared(file)), size, sha256 })));
        for (const { path: file, content } of change.documents)
            writeVerified(external_node_path_namespaceObject.join(root, placement.prepared(file)), content);
        const moves = change.moves.map(({ from, to }) => ({ rename: from, to: placement.prepared(to) }));
        await this.#arrivals.settle(change.moves.map(({ from }) => from));
        commit(root, [...moves, ...placement.steps, ...change.removals.map((remove) => ({ remove }))]);
    }
    async localFile(file) {
        return this.#absolute(file);
    }
    async arrival(name) {
        try {
            return await this.#arrivals.open(name);
        }
        catch (error) {
            throw this.#explained(error);
        }
    }
    async discardArrivals(name) {
        try {
            await this.#arrivals.discard(name);
        }
        catch (error) {
            throw this.#explained(error);
        }
    }
    locate(file) {
        return file === '' ? this.#options.shownAs : external_node_path_namespaceObject.posix.join(this.#options.shownAs, file);
    }
    /** Whatever a name made of a path: nothing outside of the folder is looked at. */
    #absolute(file) {
        if (file !== '' && !isPlainPath(file))
            throw new core_errors/* ActionError */.lZ('rejected', `'${(0,sanitize/* visible */.R)(file)}' is no path in a repository`);
        return external_node_path_namespaceObject.join(this.#options.root, file);
    }
    /** A failed system call means a folder that cannot be used, which people can mend; anything else is a fault of ours and stays as it is. */
    #explained(error) {
        const code = (0,core_errors/* systemCode */.xU)(error);
        if (error instanceof core_errors/* ActionError */.lZ || code === undefined || !/^E[A-Z0-9]+$/.test(code))
            return error;
        const reason = reasons[code] ?? (0,core_errors/* messageOf */.bD)(error);
        return new core_errors/* ActionError */.lZ('unavailable', `the repository '${this.target}' cannot be used: ${reason}`, {
            cause: error,
            hint: "Mend that, or name another folder with 'repository'.",
        });
    }
    /** A link in place of the metadata folder would take the lock and the journal somewhere else. */
    #refuseLinkedMetadata() {
        const inspection = new FolderInspection(this.#options.root);
        for (const inside of [`${repository_path_metadataFolder}/lock/owner`, `${transactionFolder}/journal.json`]) {
            const found = inspection.look(inside);
            if (found !== undefined && 'obstacle' in found) {
                throw new core_errors/* ActionError */.lZ('conflict', `the repository '${this.target}' cannot be used: ${found.obstacle}`);
            }
        }
    }
}
function writeVerified(file, content) {
    (0,external_node_fs_.writeFileSync)(file, content, { flag: 'wx' });
    const written = (0,external_node_fs_.readFileSync)(file);
    if (!written.equals(Buffer.from(content)))
        throw new core_errors/* ActionError */.lZ('unavailable', `'${file}' does not read back as it was written`);
}

;// CONCATENATED MODULE: ./build/repositories/kinds.js






/** Every kind of repository, by the scheme of its URL. A bare path is a directory. */
const kinds = {
    file: directory,
};
/** Opens the repository that a user names; nothing is read or written yet. Throws `invalid-input` for a kind that there is not. */
function openRepository(target, options) {
    // One letter is a Windows drive.
    const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(target)?.[1]?.toLowerCase() ?? 'file';
    const kind = Object.hasOwn(kinds, scheme) ? kinds[scheme] : undefined;
    if (kind !== undefined)
        return kind(target, options);
    throw new core_errors/* ActionError */.lZ('invalid-input', `input 'repository' has the scheme '${scheme}:', for which there is no kind of repository`, {
        hint: 'There is: a directory, as a path or a file: URL.',
    });
}
function directory(target, options) {
    const root = withoutLinks(external_node_path_namespaceObject.resolve(options.workspace, directoryPath(target, 'repository')));
    const inside = isInside(options.workspace, root);
    const shownAs = (inside ? external_node_path_namespaceObject.relative(options.workspace, root) || '.' : root).split(external_node_path_namespaceObject.sep).join('/');
    return new DirectoryRepository({ target, root, shownAs, patience: options.patience, onWait: options.onWait });
}
/**
 * The path in the name of a directory: a bare path, `file:///absolute`, and `file:relative`, which URLs do not know but people write.
 * @param input the input that holds it, for messages
 */
function directoryPath(target, input) {
    if (!/^file:/i.test(target))
        return target;
    try {
        return /^file:\/\//i.test(target) ? (0,external_node_url_namespaceObject.fileURLToPath)(target) : decodeURIComponent(target.slice('file:'.length));
    }
    catch (error) {
        throw new core_errors/* ActionError */.lZ('invalid-input', `input '${input}' is no file: URL that names a folder of this machine, got '${target}'`, {
            cause: error,
        });
    }
}
/** The folder as it is reached without links: one path for one place, however it was named, before it is made and after. */
function withoutLinks(folder) {
    try {
        return (0,external_node_fs_.realpathSync)(folder);
    }
    catch {
        const parent = external_node_path_namespaceObject.dirname(folder);
        return parent === folder ? folder : external_node_path_namespaceObject.join(withoutLinks(parent), external_node_path_namespaceObject.basename(folder));
    }
}

;// CONCATENATED MODULE: ./build/signing/key-judgement.js


const smallestRsa = 2048;
const signingFlag = 0x02;
const sha1 = 2;
const newKey = 'Make a new key with "gpg --quick-gen-key", publish it, and use that.';
const extend = 'Extend it with "gpg --quick-set-expire", publish the public key again, and export the secret key again.';
/** openpgp.js judges by its own policy as well; ours is stricter where it matters and names what it refuses. */
function judgingConfig(openpgp) {
    return { ...openpgp.config, rejectPublicKeyAlgorithms: new Set(), minRSABits: 0, allowMissingKeyFlags: true };
}
/** Judges the certificate as a whole: whatever is wrong with the primary key is wrong with all its subkeys. */
async function judgeCertificate(key, today, config) {
    const { keyPacket } = key;
    if (keyPacket.version !== 4) {
        return {
            reason: `is of version ${keyPacket.version}, which gpg 2.2 and Maven Central cannot check`,
            cure: `${newKey} It must be of version 4.`,
        };
    }
    const weakness = judgeAlgorithm(key) ?? judgeCreation(key, today);
    if (weakness !== undefined)
        return weakness;
    if (!key.users.some((user) => user.userID !== null)) {
        return {
            reason: 'has no user ID, so that gpg 2.2 cannot import its public key',
            cure: 'Add one with "gpg --quick-add-uid", and export the key again.',
        };
    }
    if (await key.isRevoked(undefined, undefined, today, config))
        return { reason: `is revoked${revocationReason(key)}`, cure: newKey };
    return judgeSelfSignature(key, today, config);
}
async function judgeSelfSignature(key, today, config) {
    try {
        await key.verifyPrimaryKey(today, undefined, config);
        const { selfCertification } = await key.getPrimaryUser(today, undefined, config);
        return { expires: dateOf(await key.getExpirationTime(undefined, config)), signatures: [selfCertification] };
    }
    catch {
        const expires = dateOf(await key.getExpirationTime(undefined, config));
        if (expires !== undefined && expires <= today)
            return { reason: `expired on ${key_judgement_day(expires)}`, cure: extend };
        return { reason: 'has no valid self signature', cure: 'Export the key again from the keyring that made it.' };
    }
}
/** Judges whether the primary key itself may sign. */
function judgePrimary(key, certificate) {
    const flags = certificate.signatures[0]?.keyFlags;
    if (!maySign(flags))
        return { reason: 'may only certify', cure: 'Add a signing subkey with "gpg --quick-add-key", and export the key again.' };
    return judgeSecret(key) ?? certificate;
}
/** Judges a subkey; undefined when it was never meant to sign. */
async function judgeSubkey(subkey, certificate, { key, today, config }) {
    if (!subkey.bindingSignatures.some((signature) => maySign(signature.keyFlags)) || !signingAlgorithms.has(subkey.keyPacket.algorithm))
        return undefined;
    const weakness = judgeAlgorithm(subkey) ?? judgeCreation(subkey, today) ?? judgeSecret(subkey);
    if (weakness !== undefined)
        return weakness;
    let binding;
    try {
        binding = await subkey.verify(today, config);
    }
    catch (error) {
        const expires = dateOf(await subkey.getExpirationTime(today, config));
        if (error instanceof Error && error.message === 'Subkey is revoked')
            return { reason: `is revoked${revocationReason(subkey)}`, cure: newSubkey };
        if (expires !== undefined && expires <= today)
            return { reason: `expired on ${key_judgement_day(expires)}`, cure: extend };
        return { reason: 'is not validly bound to the primary key', cure: newSubkey };
    }
    if (!maySign(binding.keyFlags))
        return undefined;
    const bound = await key.getSigningKey(subkey.getKeyID(), today, undefined, config).catch(() => undefined);
    if (bound !== subkey || binding.embeddedSignature === null)
        return { reason: 'has not signed its primary key back', cure: newSubkey };
    const expires = earliest(certificate.expires, dateOf(await subkey.getExpirationTime(today, config)));
    return { expires, signatures: [...certificate.signatures, binding, binding.embeddedSignature] };
}
const newSubkey = 'Add a signing subkey with "gpg --quick-add-key", publish the public key again, and export the secret key again.';
/** True when a self signature was made with SHA-1, which Sequoia no longer accepts. */
function restsOnSha1(fit) {
    return fit.signatures.some((signature) => signature.hashAlgorithm === sha1);
}
function isFault(verdict) {
    return 'reason' in verdict;
}
/** Algorithms that can sign at all (RFC 9580 section 9.1). */
const signingAlgorithms = new Set(Object.values(publicKeyAlgorithms));
const names = {
    17: 'DSA',
    27: 'Ed25519 as algorithm 27 of RFC 9580',
    28: 'Ed448 as algorithm 28 of RFC 9580',
};
const curves = new Set(['nistP256', 'nistP384', 'nistP521']);
const supported = new Set([
    publicKeyAlgorithms.rsa,
    publicKeyAlgorithms.rsaSign,
    publicKeyAlgorithms.ecdsa,
    publicKeyAlgorithms.eddsaLegacy,
]);
function judgeAlgorithm(part) {
    const { algorithm } = part.keyPacket;
    const { bits, curve } = part.getAlgorithmInfo();
    if (bits !== undefined && bits < smallestRsa && (algorithm === publicKeyAlgorithms.rsa || algorithm === publicKeyAlgorithms.rsaSign)) {
        return { reason: `is too weak: RSA of ${bits} bits`, cure: `${newKey} RSA takes at least ${smallestRsa} bits.` };
    }
    if (algorithm === publicKeyAlgorithms.ecdsa && !curves.has(curve ?? '')) {
        return {
            reason: `uses ECDSA on the curve ${curve}, which openpgp.js cannot verify`,
            cure: `${newKey} NIST P-256, P-384 and P-521 work.`,
        };
    }
    if (supported.has(algorithm))
        return undefined;
    const name = names[algorithm] ?? `public-key algorithm ${algorithm}`;
    const why = algorithm === publicKeyAlgorithms.dsa ? 'no longer considered safe' : 'which gpg 2.2 and Maven Central cannot check';
    return { reason: `uses ${name}, ${why}`, cure: `${newKey} RSA, ECDSA and Ed25519 (algorithm 22, gpg's default) work.` };
}
function judgeCreation(part, today) {
    const created = part.getCreationTime();
    if (created <= today)
        return undefined;
    return {
        reason: `is from the future: it was made at ${(0,clock/* isoTime */.L)(created.getTime())}`,
        cure: `Set the clock of the machine that makes keys. ${newKey}`,
    };
}
function judgeSecret({ keyPacket }) {
    if ('isMissingSecretKeyMaterial' in keyPacket && !keyPacket.isMissingSecretKeyMaterial())
        return undefined;
    const cure = 'Export the secret key or its signing subkey from the keyring that holds it: "gpg --armor --export-secret-subkeys".';
    return { reason: 'comes without its secret part (it was exported without it, or is on a smart card)', cure };
}
/** Keys without flags are old and may do whatever their algorithm can, as gpg reads them. */
function maySign(flags) {
    return flags === null || flags === undefined || ((flags[0] ?? 0) & signingFlag) !== 0;
}
const revocationReasons = { 1: 'superseded', 2: 'its secret is no longer safe', 3: 'no longer used' };
function revocationReason(part) {
    const reason = revocationReasons[part.revocationSignatures[0]?.reasonForRevocationFlag ?? 0];
    return reason === undefined ? '' : ` (${reason})`;
}
function dateOf(time) {
    return time instanceof Date ? time : undefined;
}
function earliest(a, b) {
    return a === undefined || (b !== undefined && b < a) ? b : a;
}
function key_judgement_day(date) {
    return date.toISOString().slice(0, 10);
}

;// CONCATENATED MODULE: ./build/signing/key-text.js

const exportCommand = 'gpg --armor --export-secret-keys <fingerprint>';
/** An error that says why a key cannot be used, and the cure. Never the text of the key. */
function refuseKey(message, hint) {
    return new core_errors/* ActionError */.lZ('invalid-input', `input 'private-key': ${message}`, { hint });
}
/** Finds the secret key blocks in a secret: armored, or base64 of that; anything else is refused with what it looks like. */
function readKeyText(secret) {
    const text = secret.replace(/^\uFEFF/, '');
    if (text.includes('-----BEGIN PGP'))
        return readArmor(text);
    const decoded = decodeBase64(text);
    if (decoded === undefined)
        throw unknownText(text);
    const inner = decoded.toString('utf8');
    if (inner.includes('-----BEGIN PGP'))
        return readArmor(inner);
    if (startsSecretKey(decoded))
        return { armored: [], binary: decoded, warnings: [] };
    throw refuseKey('this is base64, but not of an OpenPGP key', `Give the key as "${exportCommand}" prints it, or base64 of that.`);
}
function readArmor(text) {
    const escaped = /-----BEGIN PGP [A-Z ]+-----\\[rn]/.test(text);
    const unescaped = escaped ? text.replaceAll('\\r', '').replaceAll('\\n', '\n') : text;
    const lines = unescaped
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim())
        .join('\n');
    const blocks = [...lines.matchAll(/^-----BEGIN PGP ([A-Z ]+)-----$[\s\S]*?^-----END PGP \1-----$/gm)];
    const armored = blocks.filter((block) => block[1] === 'PRIVATE KEY BLOCK').map((block) => `${block[0]}\n`);
    if (armored.length === 0)
        throw noSecretBlock(lines, blocks[0]?.[1]);
    const warning = {
        message: "input 'private-key': the line breaks are written as \\n",
        hint: 'The key was pasted from JSON or a quoted string. Store the secret again, with real line breaks or as base64.',
    };
    return { armored, warnings: escaped ? [warning] : [] };
}
function noSecretBlock(lines, kind) {
    if (kind === 'PUBLIC KEY BLOCK')
        return refuseKey('this is a public key', `Signing takes the secret one: "${exportCommand}".`);
    if (kind !== undefined)
        return refuseKey(`this is a PGP ${kind.toLowerCase()}, not a secret key`, `Give what "${exportCommand}" prints.`);
    if (!/^-----BEGIN PGP [A-Z ]+-----$/m.test(lines)) {
        return refuseKey('the line breaks of the key are lost', 'Store the secret again, with its line breaks, or as base64: "base64 -w0 key.asc".');
    }
    return refuseKey('the key ends early: its last line, -----END PGP PRIVATE KEY BLOCK-----, is missing', 'Copy the secret again, whole.');
}
function unknownText(text) {
    const binary = /[\u0000-\u0008\u000E-\u001F\uFFFD]/.test(text);
    const what = binary ? 'the key is not armored: it is binary' : 'this is no OpenPGP key';
    return refuseKey(what, `Give the key as "${exportCommand}" prints it (with --armor), or base64 of that.`);
}
function decodeBase64(text) {
    const compact = text.replace(/\s+/g, '');
    return compact.length >= 64 && /^[A-Za-z0-9+/]+={0,2}$/.test(compact) ? Buffer.from(compact, 'base64') : undefined;
}
/** A secret key packet, in the old or the current packet format (RFC 9580 section 4.2). */
function startsSecretKey(bytes) {
    const tag = bytes[0] ?? 0;
    return (tag & 0xfc) === 0x94 || tag === 0xc5;
}

;// CONCATENATED MODULE: ./build/signing/key-choice.js


/** Chooses as gpg does: the newest valid signing subkey, else the primary; or the one that was asked for. Refuses with every reason at once. */
async function chooseKey(keys, wish, judging) {
    const key = oneKey(keys, wish);
    const certificate = await judgeCertificate(key, judging.today, judging.config);
    if (isFault(certificate))
        throw refuseKey(`the key ${fingerprintOf(key)} ${certificate.reason}`, certificate.cure);
    const candidates = [];
    for (const subkey of newestFirst(key.subkeys))
        candidates.push({ part: subkey, verdict: await judgeSubkey(subkey, certificate, { key, ...judging }) });
    candidates.push({ part: key, verdict: judgePrimary(key, certificate) });
    const allowed = wish.signingKey === undefined ? candidates : candidates.filter(({ part }) => isNamed(part, wish.signingKey ?? ''));
    for (const { part, verdict } of allowed) {
        if (verdict === undefined || isFault(verdict))
            continue;
        checkExpected(wish.expectedFingerprint, [fingerprintOf(key), fingerprintOf(part)]);
        return { key, part, ...verdict };
    }
    throw noneFit(key, allowed);
}
/** The upper-case hexadecimal fingerprint of a key or subkey. */
function fingerprintOf(part) {
    return part.getFingerprint().toUpperCase();
}
/** A fingerprint or key id without its blanks, `0x` and final `!`; undefined when it is none. */
function normalizeKeyId(text) {
    const digits = text.replace(/\s|^0x|!$/gi, '').toUpperCase();
    return /^([0-9A-F]{8}|[0-9A-F]{16}|[0-9A-F]{40}|[0-9A-F]{64})$/.test(digits) ? digits : undefined;
}
/** A secret may hold several keys; the inputs must then say which. */
function oneKey(keys, { signingKey, expectedFingerprint }) {
    const holds = (key, id) => [key, ...key.subkeys].some((part) => isNamed(part, id));
    const matching = [signingKey, expectedFingerprint]
        .filter((id) => id !== undefined)
        .reduce((left, id) => left.filter((key) => holds(key, id)), keys);
    const [only] = matching;
    if (only !== undefined && matching.length === 1)
        return only;
    const held = keys.flatMap((key) => [key, ...key.subkeys]).map(fingerprintOf);
    if (matching.length > 1) {
        throw refuseKey(`there are ${keys.length} secret keys: ${keys.map(fingerprintOf).join(', ')}`, 'Give one of them, or say which with "expected-fingerprint" or "signing-key".');
    }
    if (expectedFingerprint !== undefined && !keys.some((key) => holds(key, expectedFingerprint)))
        throw unexpected(expectedFingerprint, held);
    throw refuseKey(`there is no key ${signingKey} in the secret; it holds ${held.join(', ')}`, 'Correct "signing-key", or store the right secret.');
}
function isNamed(part, id) {
    const digits = normalizeKeyId(id);
    return digits !== undefined && fingerprintOf(part).endsWith(digits);
}
/** gpg's order: the newest first; of two from the same second the one that stands first. */
function newestFirst(subkeys) {
    return subkeys.toSorted((a, b) => b.getCreationTime().getTime() - a.getCreationTime().getTime());
}
function checkExpected(expected, fingerprints) {
    if (expected !== undefined && !fingerprints.includes(normalizeKeyId(expected) ?? ''))
        throw unexpected(expected, [...new Set(fingerprints)]);
}
function unexpected(expected, fingerprints) {
    return refuseKey(`its fingerprint is ${fingerprints.join(' or ')}, not the expected ${expected}`, 'Store the right secret, or correct "expected-fingerprint".');
}
function noneFit(key, candidates) {
    const faults = candidates.flatMap(({ part, verdict }) => {
        if (verdict === undefined)
            return part === key || candidates.length > 1 ? [] : [{ part, reason: 'is not for signing', cure: 'Name a key that may sign.' }];
        return isFault(verdict) ? [{ part, ...verdict }] : [];
    });
    const told = faults.map(({ part, reason }) => `the ${part === key ? 'primary key' : 'subkey'} ${fingerprintOf(part)} ${reason}`);
    return refuseKey(`no key in the secret can sign: ${told.join('; ')}`, faults[0]?.cure ?? 'Give a key that may sign.');
}

;// CONCATENATED MODULE: ./build/signing/native-signer.js


/** Signs with RSA and Ed25519 through node:crypto; workers can do the same with its portable part. */
class NativeSigner {
    portable;
    #key;
    constructor(portable, key) {
        this.portable = { ...portable, native: key };
        this.#key = key;
    }
    async sign(digest) {
        return signNatively(this.#key, this.portable.template, digest);
    }
    async verify(signature, digest) {
        return verifyDigest(this.#key, { ...signature, digest });
    }
}

;// CONCATENATED MODULE: ./build/signing/openpgp-signer.js


const noData = new Uint8Array();
/** Whether the body of a signature packet is this key's over a finished digest. */
async function isSignatureOf(key, body, digest, openpgp) {
    return (await judgeSignature(key, { body, digest }, openpgp)) === 'good';
}
/** As `isSignatureOf`; a signature that is neither right nor wrong, but one that openpgp.js does not take, says why. */
async function judgeSignature(key, { body, digest }, openpgp) {
    try {
        const signature = newPacket(openpgp);
        signature.read(body, openpgp.config);
        signature.hashed = digest;
        await signature.verify(key, binaryDocument, noData, null, true, openpgp.config);
        return 'good';
    }
    catch (error) {
        // openpgp.js says "no" by throwing; these are its words for bytes that are others, and for numbers that do not fit.
        const reason = (0,core_errors/* messageOf */.bD)(error);
        return reason === 'Signed digest did not match' || reason === 'Signature verification failed' ? 'wrong' : { reason };
    }
}
function newPacket(openpgp) {
    return new openpgp.SignaturePacket();
}
class OpenPgpSigner {
    portable;
    #openpgp;
    #packet;
    #config;
    /** The packet is unlocked. */
    constructor(portable, packet, openpgp) {
        this.portable = portable;
        this.#openpgp = openpgp;
        this.#packet = packet;
        // A salt notation would tell the tool, and make two signatures of the same run differ.
        this.#config = { ...openpgp.config, nonDeterministicSignaturesViaNotation: false };
    }
    async sign(digest) {
        const signature = Object.assign(newPacket(this.#openpgp), {
            signatureType: binaryDocument,
            publicKeyAlgorithm: this.#packet.algorithm,
            hashAlgorithm: sha512Id,
            // The file is hashed already, with our own trailer: openpgp.js only computes the numbers.
            toHash: () => undefined,
            hash: async () => digest,
        });
        await signature.sign(this.#packet, noData, new Date(0), true, this.#config);
        const unhashedAndPrefix = 4;
        const fields = signature.write().subarray(signature.signatureData.length + unhashedAndPrefix);
        const body = signatureBody(this.portable.template, digest, fields);
        if (!(await isSignatureOf(this.#packet, body, digest, this.#openpgp)))
            throw new Error('the secret key does not belong to its public key');
        return armoredSignature(body);
    }
    verify({ body }, digest) {
        return isSignatureOf(this.#packet, body, digest, this.#openpgp);
    }
}

;// CONCATENATED MODULE: ./build/signing/signing-key.js










// Whole seconds since 1970 in four octets (RFC 9580, 3.5).
const lastTime = 0xffffffff;
const warningDays = 60;
/** Reads, judges, unlocks and tries a key, so that everything that can be wrong with it is told before anything is written. */
async function openSigningKey(request) {
    const text = readKeyText(request.secret);
    // openpgp.js takes 35 ms to load: only runs that sign pay for it.
    const openpgp = await __nccwpck_require__.e(/* import() */ 74).then(__nccwpck_require__.bind(__nccwpck_require__, 3074));
    const keys = await readKeys(openpgp, text);
    const chosen = await chooseKey(keys, request, { today: request.today, config: judgingConfig(openpgp) });
    const packet = await unlock(openpgp, chosen, request.passphrase);
    const signer = signerOf(openpgp, packet, request.signedAt);
    await trySigning(signer);
    return {
        signer,
        fingerprint: signer.portable.fingerprint,
        primaryFingerprint: fingerprintOf(chosen.key),
        userIds: chosen.key.getUserIDs(),
        publicKey: chosen.key.toPublic().armor(),
        warnings: [...text.warnings, ...ageWarnings(chosen, request.today)],
    };
}
async function readKeys(openpgp, text) {
    try {
        if (text.binary !== undefined)
            return await openpgp.readPrivateKeys({ binaryKeys: text.binary });
        const keys = await Promise.all(text.armored.map((armoredKeys) => openpgp.readPrivateKeys({ armoredKeys })));
        return keys.flat();
    }
    catch {
        // The reader's own message may quote the text: it is not passed on.
        throw refuseKey('the key is damaged or of a kind that cannot be read', 'Export it again from the keyring that made it and store the secret again, whole.');
    }
}
/** Unlocks the one key that signs; the others stay locked. */
async function unlock(openpgp, { part }, passphrase) {
    const packet = part.keyPacket;
    if (!(packet instanceof openpgp.SecretKeyPacket || packet instanceof openpgp.SecretSubkeyPacket))
        throw new Error('a secret key without a secret packet');
    if (packet.isDecrypted())
        return packet;
    const name = `the key ${fingerprintOf(part)}`;
    if (passphrase === undefined)
        throw refuseKey(`${name} is protected by a passphrase`, `Give it as input 'passphrase'.`);
    try {
        await packet.decrypt(passphrase);
        return packet;
    }
    catch (error) {
        if (error instanceof Error && error.message.startsWith('Incorrect key passphrase')) {
            throw refuseKey(`the passphrase does not unlock ${name}`, `Correct input 'passphrase'. A damaged key looks the same.`);
        }
        throw refuseKey(`${name} is protected in a way that is unsafe or unknown`, 'Set its passphrase anew with "gpg --change-passphrase", and export it again.');
    }
}
function signerOf(openpgp, packet, signedAt) {
    const keyCreated = Math.floor(packet.created.getTime() / 1000);
    const created = Math.max(Math.floor(signedAt / 1000), keyCreated);
    if (created > lastTime) {
        throw new core_errors/* ActionError */.lZ('invalid-input', `no OpenPGP signature can be dated ${(0,clock/* isoTime */.L)(signedAt)}: its time has 32 bits, and ends in 2106`, {
            hint: 'Correct the clock, or the variable SOURCE_DATE_EPOCH.',
        });
    }
    const fingerprint = packet.getFingerprint().toUpperCase();
    const portable = {
        fingerprint,
        keyCreated,
        template: signatureTemplate({ algorithm: packet.algorithm, fingerprint: Buffer.from(fingerprint, 'hex'), created }),
    };
    const native = nativeKeyOf(packet);
    if (native === undefined)
        return new OpenPgpSigner(portable, packet, openpgp);
    // node:crypto holds the secret number now: wipe openpgp.js's copy.
    packet.makeDummy();
    return new NativeSigner(portable, native);
}
function nativeKeyOf(packet) {
    try {
        return nativeKey(packet.algorithm, numbersOf(packet.publicParams), numbersOf(packet.privateParams ?? {}));
    }
    catch {
        throw wrongSecret();
    }
}
function numbersOf(parameters) {
    return Object.fromEntries(Object.entries(parameters).filter((entry) => entry[1] instanceof Uint8Array));
}
/** gpg signs with a secret number that does not belong to its public key; only verifying one's own signature finds that. */
async function trySigning(signer) {
    try {
        await signer.sign((0,external_node_crypto_.createHash)('sha512').update('a probe').update(signer.portable.template.trailer).digest());
    }
    catch {
        throw wrongSecret();
    }
}
function wrongSecret() {
    return refuseKey('the secret key does not belong to its public key: its own signature does not verify', 'The key is damaged. Restore it from a backup.');
}
function ageWarnings(chosen, today) {
    const name = `the key ${fingerprintOf(chosen.part)}`;
    const warnings = [];
    const daysLeft = chosen.expires === undefined ? Infinity : (chosen.expires.getTime() - today.getTime()) / 86_400_000;
    if (daysLeft <= warningDays && chosen.expires !== undefined) {
        warnings.push({
            message: `${name} expires on ${key_judgement_day(chosen.expires)}`,
            hint: 'Extend it with "gpg --quick-set-expire", and publish the public key again.',
        });
    }
    if (restsOnSha1(chosen)) {
        warnings.push({
            message: `${name} rests on self signatures by SHA-1: Sequoia refuses such keys, and so will others`,
            hint: 'Renew them with gpg 2.2 or later, for example with "gpg --quick-set-expire", and publish the public key again.',
        });
    }
    return warnings;
}

;// CONCATENATED MODULE: ./build/actions/publish-version/identity.js

/** The name of the version: the first source that says one. In Maven repositories it must be the POMs'. Mistakes are collected. */
function versionName(sources, diagnostics) {
    const said = sources.input ?? sources.descriptor ?? sources.record;
    const [pom, ...others] = sources.poms;
    if (pom !== undefined && others.length > 0) {
        diagnostics.error(`the POMs say different versions: ${sources.poms.join(', ')}`, {
            hint: 'One run publishes one version: give the files of one, or publish them one after another.',
        });
        return undefined;
    }
    if (pom !== undefined && said !== undefined && said !== pom) {
        diagnostics.error(`the version is '${said}', but the POM says '${pom}'`, { hint: 'Leave the version out: the POM decides.' });
        return undefined;
    }
    const version = said ?? pom ?? versionOfTag(sources.tagPattern, sources.github);
    if (version === undefined && !sources.descriptorBroken) {
        diagnostics.error("no version is given: neither 'version' nor the descriptor, the record or a POM names one, and the run is not for a tag", {
            hint: "Set 'version', or run on a tag.",
        });
    }
    return version;
}
/** What the run's tag says; nothing when the run is not for a tag. */
function versionOfTag(pattern, github) {
    const tag = github.refType === 'tag' ? github.refName : undefined;
    if (tag === undefined || tag === '')
        return undefined;
    return versionInTag(pattern, tag);
}

;// CONCATENATED MODULE: ./build/actions/publish-version/placement.js



/** Gives every file its path. In Maven repositories that is the layout's, and a template must agree with it. */
async function placeFiles(request, identity, context) {
    const { template } = request;
    // Where files would go by a broken template is nothing to judge.
    if (template !== undefined && !isTemplate(template))
        return [];
    const rules = { ...identity, template, keepsDescriptorPaths: request.descriptor?.form === 'artifactory' };
    if (request.type === 'generic')
        return request.files.map((file) => ({ file, path: targetPath(file, rules) }));
    const files = withoutBookkeeping(request.files);
    const earlier = await readRecordsOf(context.repository, identity);
    const placed = placeInLayout(files, context.poms, earlier, context.diagnostics);
    if (template === undefined)
        return placed;
    for (const { file, path } of placed) {
        const asked = expandTemplate(template, file, rules);
        if (asked !== path) {
            context.diagnostics.error(`'path' puts '${file.shownAs}' at '${asked}', but in a Maven repository its place is '${path}'`, {
                hint: "Leave 'path' out: the Maven layout follows from the POM.",
            });
        }
    }
    return placed;
}
/**
 * Where a file goes: the template, else Travis's upload pattern, else in Artifactory's form the path relative to the descriptor's folder, else the
 * default. Maven repositories have their layout instead.
 */
function targetPath(file, rules) {
    if (rules.template !== undefined)
        return expandTemplate(rules.template, file, rules);
    const relative = rules.keepsDescriptorPaths ? file.descriptorRelative : undefined;
    return file.uploadPath ?? relative ?? expandTemplate(defaultTemplate, file, rules);
}

;// CONCATENATED MODULE: ./build/core/wildcards.js
/**
 * True when the tokens match the whole of `name`, by code points. All possible positions in the pattern are followed at once, so the time is
 * at most the length of the name times the number of tokens, whatever the pattern: there is nothing to backtrack over.
 */
function matchesTokens(tokens, name) {
    let positions = reachable(tokens, [0]);
    for (const character of name) {
        const next = [];
        for (const position of positions) {
            const token = tokens[position];
            if (token === undefined || !accepts(token, character))
                continue;
            next.push(token.kind === 'any' ? position : position + 1);
        }
        if (next.length === 0)
            return false;
        positions = reachable(tokens, next);
    }
    return positions.includes(tokens.length);
}
/** Adds the positions that are reached without a character. `starts` ascend, and so does the result, each position once. */
function reachable(tokens, starts) {
    const positions = [];
    let last = -1;
    for (const start of starts) {
        if (start <= last)
            continue;
        last = start;
        positions.push(last);
        while (tokens[last]?.kind === 'any' || tokens[last]?.kind === 'optional')
            positions.push(++last);
    }
    return positions;
}
function accepts(token, character) {
    switch (token.kind) {
        case 'character':
            return token.character === character;
        case 'class':
            return token.ranges.some(([from, to]) => from <= character && character <= to) !== token.negated;
        default:
            return true;
    }
}

;// CONCATENATED MODULE: ./build/core/glob-pattern.js

/**
 * One of GitHub's globs over a relative path: `*` stays within one folder, `**` is any number of folders including none, `?` is exactly one
 * character, `[a-z]` and `[!a-z]` are one of a set, a backslash takes the next character as it is. No braces and no extended globs, as in
 * GitHub's toolkit. Followed name by name, so that a walk enters only folders in which something can match, in time proportional to the
 * pattern for each name.
 */
class GlobPattern {
    #segments;
    #anyHidden;
    /** `path` holds no `.` and no `..`. With `hidden: true` wildcards match names that begin with a dot as well. */
    constructor(path, options = {}) {
        this.#anyHidden = options.hidden ?? false;
        this.#segments = path.split('/').map(parseSegment);
    }
    /** The leading segments without a wildcard, as plain names; the last segment is never among them. */
    get fixed() {
        const names = [];
        for (const segment of this.#segments.slice(0, -1)) {
            if (segment.kind !== 'name' || segment.literal === undefined)
                break;
            names.push(segment.literal);
        }
        return names;
    }
    /** The state inside the folder that the first `skip` segments name. */
    start(skip = 0) {
        return this.#close([skip]);
    }
    /** The state inside the folder `name`. */
    enter(name, state) {
        const next = [];
        for (const position of state) {
            const segment = this.#segments[position];
            if (segment === undefined || !this.#accepts(segment, name))
                continue;
            next.push(segment.kind === 'folders' ? position : position + 1);
        }
        return this.#close(next);
    }
    /** True when the state is that of a file which matches the whole pattern. */
    isComplete(state) {
        return state.at(-1) === this.#segments.length;
    }
    /** True when the pattern matches the path. */
    matches(path) {
        return this.isComplete(this.#after(path));
    }
    /** True when the pattern matches every path below the folder `path`. */
    matchesAllBelow(path) {
        const last = this.#segments.length - 1;
        return this.#segments[last]?.kind === 'folders' && this.#after(path).includes(last);
    }
    #after(path) {
        return path.split('/').reduce((state, name) => this.enter(name, state), this.start());
    }
    #accepts(segment, name) {
        if (name.startsWith('.') && !this.#anyHidden && (segment.kind === 'folders' || !segment.hidden))
            return false;
        if (segment.kind === 'folders')
            return true;
        return segment.literal === undefined ? matchesTokens(segment.tokens, name) : segment.literal === name;
    }
    /** `**` may stand for no folder at all. */
    #close(positions) {
        const closed = [];
        for (const start of positions) {
            let position = start;
            while (position > (closed.at(-1) ?? -1)) {
                closed.push(position);
                if (this.#segments[position]?.kind !== 'folders')
                    break;
                position++;
            }
        }
        return closed;
    }
}
/** True when the text holds a character that a glob reads as a wildcard. */
function hasWildcard(text) {
    return text.split('/').some((segment) => {
        const parsed = parseSegment(segment);
        return parsed.kind === 'folders' || parsed.literal === undefined;
    });
}
/** The text with its backslashes resolved: the path that a pattern without wildcards names. */
function literalPath(text) {
    return text.replaceAll(/\\([^/])/gu, '$1');
}
function parseSegment(text) {
    if (text === '**')
        return { kind: 'folders' };
    const tokens = parseName(text);
    const characters = tokens.flatMap((token) => (token.kind === 'character' ? [token.character] : []));
    const literal = characters.length === tokens.length ? characters.join('') : undefined;
    return { kind: 'name', tokens, literal, hidden: characters[0] === '.' && tokens[0]?.kind === 'character' };
}
function parseName(text) {
    const characters = [...text];
    const tokens = [];
    for (let index = 0; index < characters.length; index++) {
        const character = characters[index] ?? '';
        if (character === '*') {
            if (tokens.at(-1)?.kind !== 'any')
                tokens.push({ kind: 'any' });
        }
        else if (character === '?') {
            tokens.push({ kind: 'one' });
        }
        else if (character === '\\' && index + 1 < characters.length) {
            tokens.push({ kind: 'character', character: characters[++index] ?? '' });
        }
        else {
            const set = character === '[' ? parseClass(characters, index) : undefined;
            tokens.push(set?.token ?? { kind: 'character', character });
            index = set?.end ?? index;
        }
    }
    return tokens;
}
/** Reads `[…]` at `start`; without a closing bracket the opening one is an ordinary character. `]` in the first place belongs to the set. */
function parseClass(characters, start) {
    const negated = characters[start + 1] === '!' || characters[start + 1] === '^';
    const first = start + (negated ? 2 : 1);
    const end = characters.indexOf(']', first + 1);
    if (end < 0)
        return undefined;
    const ranges = [];
    for (let index = first; index < end; index++) {
        const from = characters[index] ?? '';
        if (characters[index + 1] === '-' && index + 2 < end) {
            ranges.push([from, characters[index + 2] ?? '']);
            index += 2;
        }
        else {
            ranges.push([from, from]);
        }
    }
    return { token: { kind: 'class', negated, ranges }, end };
}

;// CONCATENATED MODULE: ./build/core/glob-search.js


/** Deepest nesting of links to folders: more is a maze that multiplies files rather than a layout. */
const linkDepth = 3;
/** Searches the folder `from` (relative to the workspace, '' = itself); `state` is the pattern's, for that folder. */
async function searchFolder(search, start) {
    const { pattern, state, from } = start;
    const result = { found: [], left: [], unfollowed: [] };
    const base = resolveInside(search.workspace, (0,external_node_path_namespaceObject.join)(search.workspace, from));
    if (base.kind === 'outside')
        result.found.push(linkOut(search, from));
    if (base.kind !== 'folder')
        return result;
    const open = [{ real: base.real, path: from, state, links: [] }];
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
        for (const met of await meet(place, pattern)) {
            const linked = met.entry.kind === 'link' ? resolveInside(search.workspace, (0,external_node_path_namespaceObject.join)(place.real, met.entry.path)) : undefined;
            const path = external_node_path_namespaceObject.posix.join(place.path, met.entry.path);
            if (linked?.kind !== 'folder') {
                if (linked?.kind === 'outside' && !met.matched)
                    result.unfollowed.push(path);
                if (met.matched)
                    take(search, result, { entry: { ...met.entry, path }, absolute: (0,external_node_path_namespaceObject.join)(place.real, met.entry.path), from, literal: false });
                continue;
            }
            const circle = isInside(linked.real, (0,external_node_path_namespaceObject.join)(place.real, met.entry.path)) || place.links.includes(linked.real);
            const links = [...place.links, linked.real];
            if (!circle && links.length <= linkDepth)
                open.push({ real: linked.real, path, state: met.below, links });
        }
    }
    return result;
}
/** Takes the one file that a literal pattern names. */
function searchFile(search, path) {
    const result = { found: [], left: [], unfollowed: [] };
    const absolute = (0,external_node_path_namespaceObject.join)(search.workspace, path);
    const target = resolveInside(search.workspace, absolute);
    const entry = { path, name: external_node_path_namespaceObject.posix.basename(path), kind: target.kind === 'special' ? target.kind : 'link' };
    take(search, result, { entry, absolute, from: external_node_path_namespaceObject.posix.dirname(path), literal: true });
    return result;
}
/** All files below a folder that `accept` takes, hidden ones included, sorted by path; obstacles among them are errors. */
async function filesBelow(search, start, diagnostics) {
    const { found } = await searchFolder(search, { ...start, state: start.pattern.start() });
    return tell(found, diagnostics);
}
/** Sorts what was found, tells the obstacles as errors, and gives the rest. */
function tell(found, diagnostics) {
    const matches = [];
    for (const one of [...found].sort((a, b) => byCodeUnit(a.path, b.path))) {
        if (isObstacle(one))
            diagnostics.error(one.message, { hint: one.hint, ...placeOf(one.source) });
        else
            matches.push(one);
    }
    return matches;
}
function isObstacle(found) {
    return 'message' in found;
}
/** The location of a pattern as a diagnostic's details want it. */
function placeOf(source) {
    return source.location === undefined ? {} : { location: source.location };
}
async function meet(place, pattern) {
    const met = [];
    const start = { root: place.real, from: '', state: place.state };
    await walkWith(start, {
        enter(name, state) {
            const below = pattern.enter(name, state);
            return below.length > 0 ? below : undefined;
        },
        visit(entry, state) {
            const below = pattern.enter(entry.name, state);
            const matched = pattern.isComplete(below);
            if (matched || (entry.kind === 'link' && below.length > 0))
                met.push({ entry, matched, below });
        },
    });
    return met;
}
/** Takes a file or a link to one; whatever else matched is an obstacle. */
function take(search, result, candidate) {
    const { entry, absolute, from, literal } = candidate;
    const { path } = entry;
    if (search.accept?.(path, literal) === false) {
        result.left.push(path);
        return;
    }
    const obstacle = (message, hint) => result.found.push({ path, source: search.source, message, hint, folder: false });
    const target = entry.kind === 'link' || undecoded.test(path) ? resolveInside(search.workspace, absolute) : { kind: entry.kind, real: absolute };
    if (target.kind === 'special') {
        obstacle(`${path} is no file but a device, a socket or a pipe`, `Exclude it with \`!${path}\`.`);
    }
    else if (target.kind === 'file') {
        const rest = from === '' || from === '.' ? path : path.slice(from.length + 1);
        result.found.push({ absolute: target.real, path, rest, pattern: search.source.text, literal });
    }
    else if (target.kind === 'outside') {
        result.found.push(linkOut(search, path));
    }
    else if (entry.kind === 'link') {
        obstacle(`${path} is a link to nothing`, `Remove it, or exclude it with \`!${path}\`.`);
    }
    else {
        obstacle(`${path} cannot be opened: its name is not valid UTF-8`, 'Rename it, or exclude it with a wildcard.');
    }
}
/** What stands for bytes that are no UTF-8 in a name that the system listed. */
const undecoded = /\uFFFD/;
function linkOut(search, path) {
    const hint = `Copy what is needed into the workspace, or exclude it with \`!${path}\`.`;
    return { path, source: search.source, message: `${path} is a link out of the workspace`, hint, folder: true };
}

// EXTERNAL MODULE: ./build/core/nearest.js
var nearest = __nccwpck_require__(2732);
;// CONCATENATED MODULE: ./build/core/globs.js






/**
 * The files that GitHub's globs choose, sorted by path, each once. Patterns apply in order: `!` takes away what earlier ones chose, a later one
 * may bring it back; `#` begins a comment. Wildcards never match hidden names; a pattern without a wildcard names a file, or a folder with
 * everything in it. Links are followed while they stay in the workspace. Patterns that leave the workspace, matched links out of it, and matched
 * devices, sockets and pipes are errors that name them.
 */
async function findFiles(request, diagnostics) {
    const found = new Map();
    for (const source of request.patterns) {
        const reading = read(source, request.workspace, diagnostics);
        if (reading === undefined)
            continue;
        if (reading.excludes) {
            exclude(found, reading.path);
            continue;
        }
        const caught = await search({ workspace: request.workspace, source, accept: request.accept }, reading.path);
        for (const one of caught.found)
            if (!found.has(one.path))
                found.set(one.path, one);
        if (caught.found.length > 0)
            continue;
        const { message, hint } = await unmatched(request.workspace, reading, caught);
        if (request.failOnUnmatched)
            diagnostics.error(message, { hint, ...placeOf(source) });
        else
            diagnostics.warning(message, { hint, ...placeOf(source) });
    }
    return tell(found.values(), diagnostics);
}
function read(source, workspace, diagnostics) {
    let text = source.text.trim();
    let excludes = false;
    if (text.startsWith('#'))
        return undefined;
    for (; text.startsWith('!'); text = text.slice(1).trim())
        excludes = !excludes;
    if (text === '')
        return undefined;
    const absolute = (0,external_node_path_namespaceObject.isAbsolute)(text) ? fromWorkspace(external_node_path_namespaceObject.posix.normalize(text), workspace) : external_node_path_namespaceObject.posix.resolve(workspace, text);
    const path = (0,external_node_path_namespaceObject.relative)(workspace, absolute);
    if (!isInside(workspace, absolute) || hasParentAfterWildcard(text)) {
        diagnostics.error(`The pattern ${text} leaves the workspace`, {
            hint: `Only files below ${workspace} can be taken: copy the others there first. \`..\` may stand before the first wildcard only.`,
            ...placeOf(source),
        });
        return undefined;
    }
    const wholeFolder = text.endsWith('/') && hasWildcard(path);
    return { text, excludes, path: wholeFolder ? `${path}/**` : path };
}
/** An absolute pattern whose leading folders reach the workspace through links, spelt without them. */
function fromWorkspace(pattern, workspace) {
    if (isInside(workspace, pattern))
        return pattern;
    const { fixed } = new GlobPattern(pattern.slice(1));
    const folder = resolveInside('/', `/${fixed.join('/')}`);
    return 'real' in folder ? external_node_path_namespaceObject.posix.join(folder.real, ...pattern.split('/').slice(fixed.length + 1)) : pattern;
}
function hasParentAfterWildcard(text) {
    const names = text.split('/');
    const wildcard = names.findIndex(hasWildcard);
    return wildcard >= 0 && names.slice(wildcard).includes('..');
}
/** An exclusion takes hidden names as well: what it says must not be published. */
function exclude(found, path) {
    if (!/[*?]/.test(path) && found.delete(path))
        return;
    const pattern = new GlobPattern(path, { hidden: true });
    const literal = hasWildcard(path) ? undefined : literalPath(path);
    for (const [key, one] of found) {
        const named = literal !== undefined && (literal === '' || key === literal || key.startsWith(`${literal}/`));
        if (named || pattern.matches(key) || (isObstacle(one) && one.folder && pattern.matchesAllBelow(key)))
            found.delete(key);
    }
}
async function search(what, path) {
    const named = literalTarget(path, what.workspace);
    if (named === undefined) {
        const pattern = new GlobPattern(path);
        return searchFolder(what, { pattern, state: pattern.start(pattern.fixed.length), from: pattern.fixed.join('/') });
    }
    const target = resolveInside(what.workspace, (0,external_node_path_namespaceObject.join)(what.workspace, named));
    if (target.kind !== 'folder')
        return searchFile(what, named);
    const everything = new GlobPattern('**');
    return searchFolder(what, { pattern: everything, state: everything.start(), from: named });
}
/**
 * The path that the pattern names, if that is there: the pattern has no wildcard, or a file has exactly that name (`a[1].jar`; `*` and `?`
 * match themselves anyway).
 */
function literalTarget(path, workspace) {
    if (path === '')
        return path;
    if (!/[*?]/.test(path) && isThere(workspace, path))
        return path;
    const literal = literalPath(path);
    return !hasWildcard(path) && literal !== path && isThere(workspace, literal) ? literal : undefined;
}
/** True when there is such a name, be it a link to nothing or to somewhere else. */
function isThere(workspace, path) {
    try {
        return (0,external_node_fs_.lstatSync)((0,external_node_path_namespaceObject.join)(workspace, path), { throwIfNoEntry: false }) !== undefined;
    }
    catch {
        return false;
    }
}
async function unmatched(workspace, reading, { left, unfollowed }) {
    if (left.length > 0) {
        const names = left.slice(0, 3).join(', ');
        return {
            message: `No file matches ${reading.text} that a wildcard may take`,
            hint: `Left out: ${names}. A literal name takes such a file.`,
        };
    }
    const { path } = reading;
    const folders = hasWildcard(path) ? new GlobPattern(path).fixed : literalPath(path).split('/').slice(0, -1);
    const { where, like } = await lookAround(workspace, folders, external_node_path_namespaceObject.posix.basename(path));
    const skipped = unfollowed.length === 0 ? [] : [`Wildcards do not follow links out of the workspace: ${unfollowed.slice(0, 3).join(', ')}.`];
    return { message: `No file matches ${reading.text}: ${where}`, hint: [like, ...skipped, ...misreadings(reading.text)].join(' ') };
}
/** What people expect of globs and GitHub's do not do. */
function misreadings(text) {
    const hints = [];
    if (text.includes('\\'))
        hints.push('Folders are separated by `/`; a backslash takes the next character literally.');
    if (/\{[^{}]*,[^{}]*\}|[@+?*!]\(/.test(text))
        hints.push('Braces and parentheses are no wildcards: write one pattern per line.');
    return hints;
}
/** Where a pattern with these leading folders looked, and what is there with a similar name, as two parts of a message. */
async function lookAround(workspace, folders, name) {
    let depth = 0;
    let real = workspace;
    for (; depth < folders.length; depth++) {
        const next = resolveInside(workspace, (0,external_node_path_namespaceObject.join)(workspace, ...folders.slice(0, depth + 1)));
        if (next.kind !== 'folder')
            break;
        real = next.real;
    }
    const missing = folders[depth];
    const folder = depth === 0 ? 'the workspace root' : folders.slice(0, depth).join('/');
    const wanted = missing === undefined ? 'file' : 'folder';
    const there = (await listFolder(real)).filter((entry) => entry.kind === wanted && !entry.name.startsWith('.')).map((entry) => entry.name);
    const similar = (0,nearest/* nearest */.p)(missing ?? name, there);
    const names = similar.length > 0 ? similar : there.slice(0, 3);
    return {
        where: missing === undefined ? `looked in ${folder}` : `${folder} has no folder ${missing}`,
        like: names.length > 0 ? `Nearest there: ${names.join(', ')}.` : `There is no ${wanted} there: has the step that makes it run?`,
    };
}

;// CONCATENATED MODULE: ./build/model/descriptor/descriptor-name.js
/** The name of our own descriptor in the root of a workspace. */
const outtrayName = 'outtray.yml';
/** True for the names by which Artifactory knew a descriptor: `bintray-info` anywhere, in any case, and `.json` at the end. */
function isBintrayDescriptor(path) {
    return /bintray-info[^/]*\.json$/i.test(path);
}
/** True for unfilled templates that stand next to the real descriptor: `bintray-info.tmpl.json`, `bintray-info-template.json`, `….json.in`. */
function isDescriptorTemplate(path) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return /\.in$|tmpl|template/i.test(name);
}
/** True for a descriptor in YAML, which is ours. */
function isOuttrayDescriptor(path) {
    return /\.ya?ml$/i.test(path);
}

;// CONCATENATED MODULE: ./build/actions/publish-version/given-file.js




const longestSidecar = 4096;
/**
 * Joins what was selected: a signature or checksum beside its file belongs to the file and travels with it, one alone is a file of its own.
 * Checksums of signatures are left out, as Maven leaves them out today.
 */
async function joinCompanions(selected, diagnostics) {
    const byPath = new Map(selected.map((file) => [file.path, file]));
    const belongs = (file) => ownerOf(file.path, (owner) => byPath.has(owner)) !== undefined;
    const given = [];
    for (const file of selected.filter((candidate) => !belongs(candidate))) {
        const signature = byPath.get(`${file.path}.asc`);
        const sidecars = [];
        for (const algorithm of digestAlgorithms) {
            const sidecar = byPath.get(`${file.path}.${algorithm}`);
            if (sidecar !== undefined)
                sidecars.push({ algorithm, content: await readSmall(sidecar, longestSidecar, diagnostics), shownAs: sidecar.path });
        }
        const read = signature === undefined ? undefined : await readGivenSignature(signature, diagnostics);
        given.push({ ...(await found(file)), sidecars, ...(read !== undefined && { signature: read }) });
    }
    return given;
}
/** The file that a signature or sidecar stands beside, if `isThere`. */
function ownerOf(file, isThere) {
    const extension = external_node_path_namespaceObject.posix.extname(file).slice(1);
    if (extension !== 'asc' && !digestAlgorithms.some((algorithm) => algorithm === extension))
        return undefined;
    const owner = file.slice(0, -extension.length - 1);
    return isThere(owner) ? owner : undefined;
}
/** A selected file with its size and time, as they are now. */
async function found({ path: shownAs, ...file }) {
    const { size, mtimeMs } = await (0,promises_.stat)(file.absolute);
    return { ...file, shownAs, name: external_node_path_namespaceObject.posix.basename(shownAs), size, mtimeMs };
}
/** Reads a signature that travels with its file. */
async function readGivenSignature(file, diagnostics) {
    const content = await readSmall(file, longestSignature, diagnostics);
    const read = readSignature(content);
    if (read === undefined) {
        diagnostics.error(`'${file.path}' stands beside its file but is no detached OpenPGP signature`, {
            hint: `Exclude it with '!${file.path}', or sign the file again.`,
        });
        return undefined;
    }
    return { content, ...(read.fingerprint !== undefined && { fingerprint: read.fingerprint }) };
}
async function readSmall(file, longest, diagnostics) {
    const { size } = await (0,promises_.stat)(file.absolute);
    if (size <= longest)
        return await (0,promises_.readFile)(file.absolute);
    diagnostics.error(`'${file.path}' has ${size} bytes, which is too long for what its name says`);
    return Buffer.alloc(0);
}

;// CONCATENATED MODULE: ./build/actions/publish-version/handed-record.js










/** Reads the record that an earlier step handed over, if it is the one that the step wrote. Every mistake is collected. */
async function readHandedRecord(request, diagnostics) {
    const absolute = external_node_path_namespaceObject.resolve(request.workspace, request.record);
    const bytes = await (0,promises_.readFile)(absolute).catch((error) => {
        diagnostics.error(`the record '${request.record}' cannot be read: ${(0,core_errors/* systemCode */.xU)(error) ?? (0,core_errors/* messageOf */.bD)(error)}`);
        return undefined;
    });
    if (bytes === undefined)
        return undefined;
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
    if (sha256 !== request.sha256.toLowerCase()) {
        diagnostics.error(`the record '${request.record}' is not the one that was handed over: its SHA-256 is ${sha256}, not ${request.sha256}`, {
            hint: "Give the 'record-sha256' output of the step that wrote the record. If you did, somebody changed the record in between.",
        });
        return undefined;
    }
    try {
        const record = parseRecord(bytes.toString(), request.record);
        const places = { folder: await (0,promises_.realpath)(external_node_path_namespaceObject.dirname(absolute)), workspace: request.workspace };
        return { record, files: await locateFiles(record, places, diagnostics) };
    }
    catch (error) {
        if (!(error instanceof core_errors/* ActionError */.lZ))
            throw error;
        diagnostics.error(error.message, error.hint === undefined ? {} : { hint: error.hint });
        return undefined;
    }
}
async function locateFiles(record, places, diagnostics) {
    const files = [];
    for (const recorded of record.files) {
        if (isBintrayDescriptor(recorded.path)) {
            diagnostics.notice(`the record names '${recorded.path}', a descriptor, which is never published: it is left out`);
            continue;
        }
        const located = await locate(recorded.path, places, diagnostics);
        if (located === undefined)
            continue;
        const { absolute, shownAs } = located;
        const file = await found({ absolute, path: shownAs, rest: shownAs });
        if (file.size !== recorded.size) {
            diagnostics.error(`'${shownAs}' is not the file of the record: it has ${file.size} bytes, not ${recorded.size}`, { hint: tampered });
        }
        const signature = await findSignature(recorded, places, diagnostics);
        const sidecars = (recorded.checksums ?? []).map((algorithm) => ({
            algorithm,
            content: `${recorded[algorithm]}\n`,
            shownAs: `${shownAs}.${algorithm}`,
        }));
        files.push({ ...file, recorded, sidecars, ...(signature !== undefined && { signature }) });
    }
    return files;
}
/** The files of a record that patterns choose, in place of all; what a pattern matches beside them is not the record's and is left out. */
async function chooseFiles(files, request, diagnostics) {
    const byPath = new Map(files.map((file) => [file.shownAs, file]));
    const matches = await findFiles({ ...request, accept: (file) => byPath.has(file) }, diagnostics);
    return matches.flatMap(({ path: shownAs, rest }) => {
        const file = byPath.get(shownAs);
        return file === undefined ? [] : [{ ...file, rest }];
    });
}
/** What a file that differs from its record means. */
const tampered = 'It was changed after it was signed. Find out by whom; sign again only what you trust.';
/** The signature of a file, if it is the one that the record means: its digest says so, in records without one its issuer. */
async function findSignature({ signature }, places, diagnostics) {
    if (signature === undefined)
        return undefined;
    const located = await locate(signature.path, places, diagnostics);
    if (located === undefined)
        return undefined;
    const read = await readGivenSignature({ absolute: located.absolute, path: located.shownAs }, diagnostics);
    if (read !== undefined && signature.sha256 !== undefined && digestsOfText(read.content).sha256 !== signature.sha256) {
        diagnostics.error(`'${located.shownAs}' is not the signature of the record: its sha256 differs`, { hint: tampered });
        return undefined;
    }
    if (read !== undefined && signature.fingerprint !== undefined && read.fingerprint !== signature.fingerprint) {
        diagnostics.error(`'${signature.path}' is by key ${read.fingerprint ?? '(unknown)'}, not by ${signature.fingerprint} as the record says`, {
            hint: tampered,
        });
    }
    return read;
}
/** Finds a file of the record. A path that leads elsewhere, by itself or through a link, is refused. */
async function locate(file, { folder, workspace }, diagnostics) {
    const named = external_node_path_namespaceObject.resolve(folder, file);
    try {
        const absolute = await (0,promises_.realpath)(named);
        const shown = isInside(workspace, named) ? external_node_path_namespaceObject.relative(workspace, named) : external_node_path_namespaceObject.relative(folder, named);
        if (isInside(workspace, absolute) || isInside(folder, absolute))
            return { absolute, shownAs: shown.split(external_node_path_namespaceObject.sep).join('/') };
        diagnostics.error(`the record names '${file}', which lies outside the workspace and outside the record's folder`);
    }
    catch (error) {
        diagnostics.error(`the record names '${file}', which cannot be read: ${(0,core_errors/* systemCode */.xU)(error) ?? (0,core_errors/* messageOf */.bD)(error)}`);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/actions/publish-version/preparation.js





/** Hashes every file once, signs what is to be signed, and compares everything that was said of the files with what they are. */
async function prepareFiles(placed, rules, diagnostics) {
    const sources = placed.map(({ file: { absolute, size, mtimeMs } }) => ({ path: absolute, size, mtimeMs }));
    const hashed = await hashFiles(sources, rules.signer === undefined ? {} : { signer: rules.signer });
    const signer = await rules.signer;
    return placed.flatMap(({ path, file }, index) => {
        const found = hashed[index];
        if (found === undefined)
            return [];
        const digests = { md5: found.md5, sha1: found.sha1, sha256: found.sha256, sha512: found.sha512 };
        checkRecorded(file, digests, diagnostics);
        const verified = file.sidecars.filter((sidecar) => isRight(sidecar, file, digests, diagnostics));
        const signature = file.signature ?? newSignature(found, signer);
        return {
            path,
            source: file.absolute,
            staged: false,
            shownAs: file.shownAs,
            size: file.size,
            digests,
            sidecars: rules.maven && companionOf(path) === undefined
                ? mavenSidecars(verified.map(({ algorithm }) => algorithm), digests)
                : verified.map(({ algorithm, content }) => ({ algorithm, content, generated: false })),
            override: file.override ?? rules.override,
            ...(signature !== undefined && { signature }),
        };
    });
}
function newSignature(hashed, signer) {
    if (signer === undefined || hashed.signature === undefined)
        return undefined;
    return { content: hashed.signature, fingerprint: signer.portable.fingerprint };
}
function checkRecorded({ shownAs, recorded }, digests, diagnostics) {
    if (recorded === undefined)
        return;
    const differing = differingDigests(recorded, digests);
    if (differing.length > 0)
        diagnostics.error(`'${shownAs}' is not the file of the record: its ${differing.join(', ')} differ`, { hint: tampered });
}
function isRight(sidecar, file, digests, diagnostics) {
    const said = digestInSidecar(sidecar.content, sidecar.algorithm);
    if (said === digests[sidecar.algorithm])
        return true;
    const problem = said === undefined ? `holds no ${sidecar.algorithm} digest` : `does not match '${file.shownAs}'`;
    diagnostics.error(`the checksum file '${sidecar.shownAs}' ${problem}`, {
        hint: 'One of the two was damaged or changed on the way: build both again.',
    });
    return false;
}

// EXTERNAL MODULE: ./build/model/defined-only.js
var defined_only = __nccwpck_require__(3562);
;// CONCATENATED MODULE: ./build/model/json-nodes.js
/** The member of that name. */
function memberOf(object, key) {
    return object.members.find((member) => member.key === key);
}
/** The tree with every scalar replaced by what `change` makes of it; `path` holds the keys and indices that lead to it. */
function mapScalars(node, change, path = []) {
    if (node.kind === 'scalar')
        return change(node, path);
    if (node.kind === 'array')
        return { ...node, items: node.items.map((item, index) => mapScalars(item, change, [...path, String(index)])) };
    return { ...node, members: node.members.map((member) => ({ ...member, value: mapScalars(member.value, change, [...path, member.key]) })) };
}

;// CONCATENATED MODULE: ./build/model/lenient-json.js
/** Longest text and deepest nesting that is read: a descriptor has some kilobytes and six levels. */
const jsonLimits = { characters: 1_048_576, depth: 100 };
/**
 * Reads JSON as people write it: comments of both kinds, a byte order mark, trailing commas and backslashes before any character are
 * accepted (the last two with a notice; the backslash is kept, which is what the author of a pattern meant). Missing commas and repeated keys
 * are errors after which reading goes on; other faults end it. Undefined when there is no tree; a tree may come with errors.
 */
function parseLenientJson(text, file, diagnostics) {
    const parser = new Parser(text, file, diagnostics);
    try {
        return parser.document();
    }
    catch (error) {
        if (!(error instanceof Fault))
            throw error;
        diagnostics.error(error.message, { location: parser.locate(error.offset), ...(error.hint === undefined ? {} : { hint: error.hint }) });
        return undefined;
    }
}
/** A fault after which the text makes no sense. Never leaves this file. */
class Fault extends Error {
    offset;
    hint;
    constructor(message, offset, hint) {
        super(message);
        this.offset = offset;
        this.hint = hint;
    }
}
const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
const wordPattern = /[\w$.+-]+/y;
const words = new Map([
    ['true', true],
    ['false', false],
    ['null', null],
]);
const escapes = new Map([
    ['"', '"'],
    ['\\', '\\'],
    ['/', '/'],
    ['b', '\b'],
    ['f', '\f'],
    ['n', '\n'],
    ['r', '\r'],
    ['t', '\t'],
]);
class Parser {
    #text;
    #file;
    #diagnostics;
    /** Offsets at which lines begin. */
    #lines;
    #offset;
    #depth = 0;
    constructor(text, file, diagnostics) {
        this.#text = text;
        this.#file = file;
        this.#diagnostics = diagnostics;
        this.#offset = text.startsWith('\uFEFF') ? 1 : 0;
        this.#lines = [this.#offset];
        if (text.length > jsonLimits.characters)
            return;
        for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1))
            this.#lines.push(end + 1);
    }
    locate(offset) {
        let low = 0;
        for (let high = this.#lines.length; high - low > 1;) {
            const middle = (low + high) >> 1;
            if ((this.#lines[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle;
        }
        return { file: this.#file, line: low + 1, column: Math.max(0, offset - (this.#lines[low] ?? 0)) + 1 };
    }
    document() {
        if (this.#text.length > jsonLimits.characters)
            throw new Fault(`The file is longer than ${jsonLimits.characters} characters`, 0);
        this.#blanks();
        const start = this.#offset;
        const value = this.#value();
        this.#blanks();
        if (this.#peek() === ':' && value.kind === 'scalar')
            throw new Fault('expected { at the beginning', start, 'The whole file is one object in { and }.');
        if (this.#offset < this.#text.length)
            throw new Fault(`expected the end of the file, found ${this.#found()}`, this.#offset);
        return value;
    }
    #value() {
        const start = this.#offset;
        const character = this.#peek();
        if (character === '{' || character === '[') {
            if (++this.#depth > jsonLimits.depth)
                throw new Fault(`more than ${jsonLimits.depth} levels of nesting`, start);
            const value = character === '{' ? this.#object() : this.#array();
            this.#depth--;
            return value;
        }
        if (character === '"')
            return this.#scalar(this.#string(), start);
        const number = this.#take(numberPattern);
        if (number !== undefined)
            return this.#scalar(Number(number), start);
        const word = this.#take(wordPattern);
        const value = words.get(word ?? '');
        if (value !== undefined)
            return this.#scalar(value, start);
        this.#offset = start;
        throw new Fault(`expected a value, found ${this.#found()}`, start, word === undefined && character !== "'" ? undefined : 'Text is written in double quotes.');
    }
    #scalar(value, start) {
        return { kind: 'scalar', value, location: this.locate(start) };
    }
    #object() {
        const location = this.locate(this.#offset);
        const members = new Map();
        this.#list('}', () => {
            const start = this.#offset;
            if (this.#peek() !== '"')
                throw new Fault(`expected a key in double quotes or }, found ${this.#found()}`, start);
            const key = this.#string();
            this.#blanks();
            if (this.#peek() !== ':')
                throw new Fault(`expected : after the key ${JSON.stringify(key)}, found ${this.#found()}`, this.#offset);
            this.#offset++;
            this.#blanks();
            const member = { key, location: this.locate(start), value: this.#value() };
            const earlier = members.get(key);
            if (earlier === undefined) {
                members.set(key, member);
            }
            else {
                const { line, column } = earlier.location;
                this.#diagnostics.error(`${JSON.stringify(key)} is given twice: here, and at line ${line}, column ${column}`, {
                    location: member.location,
                    hint: 'Remove one of them.',
                });
            }
        });
        return { kind: 'object', members: [...members.values()], location };
    }
    #array() {
        const location = this.locate(this.#offset);
        const items = [];
        this.#list(']', () => items.push(this.#value()));
        return { kind: 'array', items, location };
    }
    /** Elements between brackets, with commas between them. A comma that is missing belongs where the element before it ends. */
    #list(close, element) {
        const open = this.#offset++;
        this.#blanks();
        while (this.#peek() !== close) {
            element();
            const end = this.#offset;
            this.#blanks();
            if (this.#peek() === ',') {
                const comma = this.#offset++;
                this.#blanks();
                if (this.#peek() === close)
                    this.#diagnostics.notice(`The comma before ${close} is too many in JSON; it is ignored`, { location: this.locate(comma) });
            }
            else if (this.#peek() === '') {
                const { line } = this.locate(open);
                throw new Fault(`expected , or ${close}, but the file ends here`, end, `The ${close === '}' ? '{' : '['} of line ${line} is not closed.`);
            }
            else if (this.#peek() !== close) {
                if (!/["{[\w-]/.test(this.#peek()))
                    throw new Fault(`expected , or ${close}, found ${this.#found()}`, this.#offset);
                this.#diagnostics.error(`expected , or ${close}`, { location: this.locate(end), hint: 'A comma is missing here.' });
            }
        }
        this.#offset++;
    }
    #string() {
        const start = this.#offset++;
        let value = '';
        let odd;
        for (;;) {
            const character = this.#peek();
            if (character === '' || character === '\n')
                throw new Fault('the text that begins here has no closing " on its line', start);
            this.#offset++;
            if (character === '"')
                break;
            if (character !== '\\') {
                value += character;
                continue;
            }
            const escaped = this.#escape();
            if (escaped === undefined)
                odd ??= this.#offset - 1;
            value += escaped ?? '\\';
        }
        if (odd !== undefined) {
            const sign = this.#text.slice(odd, odd + 2);
            this.#diagnostics.notice(`${sign} is no escape in JSON; the backslash is taken as it stands`, {
                location: this.locate(odd),
                hint: `Write \\${sign}.`,
            });
        }
        return value;
    }
    /** What the characters after a backslash stand for; undefined, and none taken, when JSON knows no such escape. */
    #escape() {
        const character = this.#peek();
        const known = escapes.get(character);
        if (known !== undefined) {
            this.#offset++;
            return known;
        }
        const digits = this.#text.slice(this.#offset + 1, this.#offset + 5);
        if (character !== 'u' || !/^[0-9a-fA-F]{4}$/.test(digits))
            return undefined;
        this.#offset += 5;
        return String.fromCharCode(Number.parseInt(digits, 16));
    }
    #blanks() {
        for (;;) {
            if (/[ \t\r\n\f\v\u00A0]/.test(this.#peek()))
                this.#offset++;
            else if (this.#text.startsWith('//', this.#offset))
                this.#skipTo('\n');
            else if (this.#text.startsWith('/*', this.#offset))
                this.#skipTo('*/');
            else
                return;
        }
    }
    #skipTo(mark) {
        const end = this.#text.indexOf(mark, this.#offset + 2);
        if (end < 0 && mark === '*/')
            throw new Fault('the comment that begins here is not closed', this.#offset);
        this.#offset = end < 0 ? this.#text.length : end + mark.length;
    }
    #peek() {
        return this.#text.charAt(this.#offset);
    }
    #take(pattern) {
        pattern.lastIndex = this.#offset;
        const taken = pattern.exec(this.#text)?.[0];
        this.#offset += taken?.length ?? 0;
        return taken;
    }
    #found() {
        return this.#offset >= this.#text.length
            ? 'the end of the file'
            : JSON.stringify(String.fromCodePoint(this.#text.codePointAt(this.#offset) ?? 0));
    }
}

;// CONCATENATED MODULE: ./build/model/patterns/bintray-pattern.js

/**
 * A pattern of Artifactory's descriptor over a path, as the documentation reads it (Artifactory User Guide, "Push to Bintray"; the server of old let
 * `*` cross folders, took `?` for exactly one character, and `*.*` for names with a dot): `*` is any number of characters within one folder's name,
 * `**` at least one folder, `?` one character or none, and a file name of `*.*` any file. Everything else stands for itself. Hidden names are
 * matched only where the pattern has the dot. Time is proportional to the length of the path times that of the pattern.
 */
class BintrayPattern {
    #segments;
    /** A well-formed pattern, see `bintrayPatternProblem`. */
    constructor(text) {
        const names = text.split('/');
        this.#segments = names.map((name, index) => index === names.length - 1 && name === '*.*' ? bintray_pattern_parseSegment('*') : bintray_pattern_parseSegment(name, index < names.length - 1));
    }
    /** The leading folders without a wildcard, joined by `/`; '' when there is none. */
    get fixedFolder() {
        return this.#fixed().join('/');
    }
    /** A glob for the walk below the fixed folder: it enters every folder in which something can match, and perhaps more. */
    get walkGlob() {
        const below = this.#segments.slice(this.#fixed().length);
        return below.map((segment) => (segment.kind === 'folders' ? '**' : segment.text.startsWith('.') ? '.*' : '*')).join('/');
    }
    matches(path) {
        let positions = [0];
        for (const name of path.split('/')) {
            const next = new Set();
            for (const position of positions) {
                const segment = this.#segments[position];
                if (segment === undefined || !bintray_pattern_accepts(segment, name))
                    continue;
                if (segment.kind === 'folders')
                    next.add(position);
                next.add(position + 1);
            }
            positions = [...next];
        }
        return positions.includes(this.#segments.length);
    }
    #fixed() {
        const names = [];
        for (const segment of this.#segments.slice(0, -1)) {
            if (segment.kind === 'folders' || /[*?]/.test(segment.text))
                break;
            names.push(segment.text);
        }
        return names;
    }
}
/** Why a pattern is none, in the words of Artifactory's server where it had some; undefined for a good one. */
function bintrayPatternProblem(text) {
    const names = text.split('/');
    const name = names.at(-1) ?? '';
    if (name === '' || name === '.' || name === '**')
        return 'Paths in the descriptor must point to a file or use a valid wildcard that denotes several files (i.e. /*.*)';
    if (names.includes(''))
        return 'the path has an empty folder name';
    if (names.includes('..') || names.includes('.'))
        return 'the path holds `.` or `..`';
    return undefined;
}
function bintray_pattern_parseSegment(text, folder = false) {
    if (folder && text === '**')
        return { kind: 'folders' };
    const tokens = [...text].map((character) => {
        if (character === '*')
            return { kind: 'any' };
        return character === '?' ? { kind: 'optional' } : { kind: 'character', character };
    });
    return { kind: 'name', tokens, text };
}
function bintray_pattern_accepts(segment, name) {
    if (segment.kind === 'folders')
        return !name.startsWith('.');
    if (name.startsWith('.') && !segment.text.startsWith('.'))
        return false;
    return matchesTokens(segment.tokens, name);
}

;// CONCATENATED MODULE: ./build/model/descriptor/artifactory-form.js

/** The files that Artifactory's form chooses: `applyToFiles` or `applyToRepoFiles`, and everything beside the descriptor when both are empty. */
function readArtifactorySelections(top) {
    if (top.clauses('applyToProps').length > 0) {
        top.error('applyToProps', 'applyToProps chooses by properties, and local files have none', 'Choose the files by applyToFiles or applyToRepoFiles, and remove applyToProps.');
    }
    const { diagnostics } = top.reading;
    const before = diagnostics.errors.length;
    const chosen = ['applyToFiles', 'applyToRepoFiles'].map((key) => ({ key, texts: top.texts(key) }));
    const faulty = diagnostics.errors.length > before || chosen.some(({ key }) => top.isVoid(key));
    // A selection of nothing but faults is no empty one.
    if (chosen.every(({ texts }) => texts.length === 0))
        return faulty ? [] : [{ kind: 'folder' }];
    return chosen.flatMap(({ key, texts }) => readPatterns(top, key, texts));
}
function readPatterns(top, key, texts) {
    const { diagnostics } = top.reading;
    const selections = [];
    for (const { text, location } of texts) {
        // The documentation's sample holds two patterns in one string.
        for (const pattern of text.split(',').map((part) => part.trim())) {
            if (pattern === '')
                continue;
            const rooted = pattern.startsWith('/');
            const path = pattern.replace(/^\/+/, '');
            const problem = bintrayPatternProblem(path) ?? (key === 'applyToFiles' ? repositoryProblem(path) : undefined);
            if (problem !== undefined) {
                diagnostics.error(`${key}: ${pattern}: ${problem}`, {
                    location,
                    hint: 'A pattern ends in a file name, such as folder/*.jar or folder/*.*.',
                });
                continue;
            }
            selections.push({
                kind: 'bintray',
                base: key === 'applyToFiles' || rooted ? 'workspace' : 'descriptor',
                pattern: { text: path, location },
            });
        }
    }
    return selections;
}
/** `applyToFiles` holds full paths: the repository key, in which no wildcard is possible, is the first folder. */
function repositoryProblem(path) {
    const slash = path.indexOf('/');
    if (slash < 0)
        return 'a full path begins with the repository, as in repository/path';
    return /[*?]/.test(path.slice(0, slash)) ? 'the repository, which is the first folder, takes no wildcard' : undefined;
}

;// CONCATENATED MODULE: ./build/model/descriptor/bintray-keys.js

const packageKeys = [
    'name',
    'repo',
    'subject',
    'desc',
    'website_url',
    'issue_tracker_url',
    'vcs_url',
    'licenses',
    'labels',
    'public_download_numbers',
    'public_stats',
    'github_repo',
    'github_release_notes_file',
    'attributes',
];
/** The fields of each object in Bintray's descriptors (Artifactory User Guide, "Push to Bintray"; docs.travis-ci.com, "Bintray Deployment"). */
const bintrayKeys = {
    artifactory: ['repo', 'package', 'version', 'applyToFiles', 'applyToRepoFiles', 'applyToProps', 'publish'],
    travis: ['repo', 'package', 'version', 'files', 'publish'],
    repo: ['name', 'type', 'private', 'premium', 'desc', 'labels', 'updateExisting', 'yum_metadata_depth'],
    package: packageKeys,
    version: ['name', 'desc', 'released', 'vcs_tag', 'gpgSign', 'github_release_notes_file', 'github_use_tag_release_notes', 'attributes'],
    files: ['includePattern', 'excludePattern', 'uploadPattern', 'matrixParams', 'listInDownloads'],
    attribute: ['name', 'values', 'type'],
};
/** Where each key belongs, for those that stand somewhere else. */
const homes = [
    ['package', bintrayKeys.package],
    ['version', bintrayKeys.version],
    ['repo', bintrayKeys.repo],
    ['files[].matrixParams', ['override']],
    ['the descriptor itself', ['publish', 'package', 'version', 'applyToFiles', 'applyToRepoFiles', 'applyToProps', 'files']],
];
/** One notice for each key that nobody reads, with the key that was probably meant or the place where it belongs. */
function noticeUnknownKeys(reader, clause) {
    const known = bintrayKeys[clause];
    for (const { key, location } of reader.object.members) {
        if (known.includes(key))
            continue;
        const [like] = (0,nearest/* nearest */.p)(key, known, 1);
        const places = homes.filter(([, keys]) => keys.includes(key)).map(([place]) => place);
        const hint = places.length > 0
            ? `It belongs under ${places.join(' or ')}.`
            : like === undefined
                ? `Known are ${known.join(', ')}.`
                : `Nearest: ${like}.`;
        reader.reading.diagnostics.notice(`${reader.nameOf(key)} is not known and is ignored`, { location, hint });
    }
}

;// CONCATENATED MODULE: ./build/model/descriptor/clause-reader.js

const yes = new Set([true, 1, 'true', '1']);
const no = new Set([false, 0, 'false', '0']);
/**
 * Reads the fields of one object of Bintray's descriptors as forgivingly as Artifactory did: empty text, empty lists and null count as absent, a scalar
 * is a list of one. Every field that is there but of another type is an error with its place.
 */
class ClauseReader {
    name;
    object;
    reading;
    /** What was read, so that a fault is told once however often the field is asked for. */
    #texts = new Map();
    #clauses = new Map();
    /** `name` is for messages, such as `package`; the descriptor itself has none. */
    constructor(reading, name, object) {
        this.reading = reading;
        this.name = name;
        this.object = object;
        if (name !== '')
            reading.locations.set(name, object.location);
        for (const { key, value } of object.members)
            reading.locations.set(this.nameOf(key), value.location);
    }
    get keys() {
        return this.object.members.map(({ key }) => key);
    }
    nameOf(key) {
        return this.name === '' ? key : `${this.name}.${key}`;
    }
    /** True when the key is there with anything but null. */
    has(key) {
        return this.#node(key) !== undefined;
    }
    /** True when the value, or one of its list, is there and its fault has been told already. */
    isVoid(key) {
        const node = this.#node(key);
        const nodes = node?.kind === 'array' ? node.items : [node];
        return nodes.some((one) => one?.kind === 'scalar' && one.void === true);
    }
    /** Where the field is, or the object that lacks it. */
    locate(key) {
        return this.#node(key)?.location ?? this.object.location;
    }
    clause(key) {
        const node = this.#node(key);
        if (node === undefined || isEmpty(node))
            return undefined;
        if (!this.#clauses.has(key)) {
            const clause = node.kind === 'object' ? new ClauseReader(this.reading, this.nameOf(key), node) : undefined;
            if (clause === undefined)
                this.#wrongType(key, 'an object in { and }');
            this.#clauses.set(key, clause);
        }
        return this.#clauses.get(key);
    }
    /** The objects of a list; a single one counts as a list. */
    clauses(key) {
        return this.#items(key).flatMap((node, index) => {
            const name = `${this.nameOf(key)}[${index}]`;
            if (node.kind === 'object')
                return [new ClauseReader(this.reading, name, node)];
            if (!isEmpty(node))
                this.reading.diagnostics.error(`${name} must be an object in { and }`, { location: node.location });
            return [];
        });
    }
    text(key) {
        return this.named(key)?.text;
    }
    /** The text of a field with its name and place. */
    named(key) {
        const node = this.#node(key);
        if (node === undefined)
            return undefined;
        if (!this.#texts.has(key))
            this.#texts.set(key, this.#textOf(node, this.nameOf(key)));
        return this.#texts.get(key);
    }
    located(key) {
        const named = this.named(key);
        return named === undefined ? undefined : { text: named.text, location: named.location };
    }
    /** The texts of a list, without empty ones. */
    texts(key) {
        return this.#items(key).flatMap((node) => this.#textOf(node, this.nameOf(key)) ?? []);
    }
    /** The scalars of a list, such as an attribute's values. */
    scalars(key) {
        return this.#items(key).flatMap((node) => {
            if (node.kind !== 'scalar')
                this.reading.diagnostics.error(`${this.nameOf(key)} holds a list or an object where a value belongs`, { location: node.location });
            return node.kind !== 'scalar' || node.value === null || node.void ? [] : [{ value: node.value, location: node.location }];
        });
    }
    /** `true`, `1`, `"true"` and `"1"` are the same, as they were for Bintray. */
    boolean(key) {
        const node = this.#node(key);
        if (node === undefined || isEmpty(node))
            return undefined;
        if (node.kind === 'scalar' && yes.has(node.value))
            return true;
        if (node.kind === 'scalar' && no.has(node.value))
            return false;
        this.#wrongType(key, 'true or false');
        return undefined;
    }
    error(key, message, hint) {
        this.reading.diagnostics.error(message, { location: this.locate(key), hint });
    }
    #node(key) {
        const node = memberOf(this.object, key)?.value;
        return node?.kind === 'scalar' && node.value === null && !node.void ? undefined : node;
    }
    #items(key) {
        const node = this.#node(key);
        if (node === undefined || isEmpty(node))
            return [];
        return node.kind === 'array' ? node.items : [node];
    }
    #textOf(node, name) {
        if (isEmpty(node))
            return undefined;
        if (node.kind === 'scalar' && typeof node.value === 'string')
            return { name, text: node.value.trim(), location: node.location };
        const { diagnostics } = this.reading;
        if (node.kind !== 'scalar')
            diagnostics.error(`${name} must be text`, { location: node.location });
        else
            diagnostics.error(`${name} must be text, not ${JSON.stringify(node.value)}`, {
                location: node.location,
                hint: 'Put it into double quotes.',
            });
        return undefined;
    }
    #wrongType(key, wanted) {
        this.reading.diagnostics.error(`${this.nameOf(key)} must be ${wanted}`, { location: this.locate(key) });
    }
}
function isEmpty(node) {
    if (node.kind !== 'scalar')
        return false;
    return node.void === true || node.value === null || (typeof node.value === 'string' && node.value.trim() === '');
}

// EXTERNAL MODULE: ./build/model/metadata.js
var metadata = __nccwpck_require__(1773);
// EXTERNAL MODULE: ./build/model/descriptor/attributes-reader.js
var attributes_reader = __nccwpck_require__(9445);
// EXTERNAL MODULE: ./build/model/descriptor/values.js + 2 modules
var values = __nccwpck_require__(5191);
;// CONCATENATED MODULE: ./build/model/descriptor/clauses.js





/** Repository types of Bintray other than ours: their files are kept as they are, their indexes are not made. */
const otherTypes = ['debian', 'rpm', 'docker', 'npm', 'opkg', 'nuget', 'vagrant', 'conan'];
/** What Bintray's server did with these has no counterpart. */
const inert = { repo: ['private', 'premium', 'yum_metadata_depth'], package: ['public_download_numbers', 'public_stats'] };
/** Reads `repo`, `package`, `version` and `publish`. */
function readClauses(top) {
    const given = top.clause('repo');
    const repo = given === undefined ? undefined : namedClause(given);
    const inPackage = top.clause('package');
    const inVersion = top.clause('version');
    if (given !== undefined)
        noticeUnknownKeys(given, 'repo');
    if (inPackage !== undefined)
        noticeUnknownKeys(inPackage, 'package');
    if (inVersion !== undefined)
        noticeUnknownKeys(inVersion, 'version');
    noticeInert([...(given === undefined ? [] : inertOf(given, inert.repo)), ...(inPackage === undefined ? [] : inertOf(inPackage, inert.package))], top.reading);
    noticeSample(inPackage, inVersion, top.reading);
    requireName(top, inPackage, 'package');
    requireName(top, inVersion, 'version');
    checkRepositoryNames(repo, inPackage);
    const gpgSign = inVersion?.boolean('gpgSign');
    return {
        repository: repo === undefined ? {} : readRepository(repo),
        updateExisting: repo?.boolean('updateExisting') ?? false,
        package: readPackage(inPackage, repo),
        version: inVersion === undefined ? {} : readVersion(inVersion),
        ...(gpgSign !== undefined && { gpgSign }),
        publish: top.boolean('publish') ?? false,
    };
}
/** A `repo` clause without a name counts as absent, as it did for Artifactory. */
function namedClause(repo) {
    if (repo.has('name') && (repo.isVoid('name') || repo.text('name') !== undefined))
        return repo;
    repo.reading.diagnostics.notice('The repo clause has no name and counts as absent', {
        location: repo.object.location,
        hint: 'Give it a name.',
    });
    return undefined;
}
function requireName(top, clause, key) {
    if (top.reading.known[key] !== undefined || top.isVoid(key) || clause?.isVoid('name'))
        return;
    const value = clause?.object.members.find((member) => member.key === 'name')?.value;
    const empty = value?.kind === 'scalar' && (value.value === null || String(value.value).trim() === '');
    if (value !== undefined && !empty)
        return;
    const hint = `Give it here, or with the input \`${key}\`.`;
    if (clause === undefined)
        top.error(key, `${key}.name is missing: the descriptor has no ${key}`, hint);
    else
        clause.error('name', `${key}.name is missing`, hint);
}
function checkRepositoryNames(repo, inPackage) {
    if (inPackage === undefined)
        return;
    const ofPackage = inPackage.text('repo');
    const ofRepo = repo?.text('name');
    if (ofPackage === undefined && !inPackage.isVoid('repo') && repo === undefined) {
        inPackage.error('repo', 'package.repo is missing', 'Name the repository here or in a `repo` clause; where files go is said by the input `repository` alone.');
    }
    if (ofPackage === undefined || ofRepo === undefined || ofPackage.toLowerCase() === ofRepo.toLowerCase())
        return;
    inPackage.error('repo', `Mismatch between the 'name' field in the 'repo' clause and the 'repo' field in the 'package' clause: ${ofRepo} and ${ofPackage}`, 'Make them equal, or leave one of them out.');
}
function readRepository(repo) {
    const labels = textsOf(repo, 'labels');
    const type = readType(repo);
    return (0,defined_only/* definedOnly */.U)({ name: repo.text('name'), type, description: repo.text('desc'), labels });
}
function readType(repo) {
    const type = repo.named('type');
    if (type === undefined)
        return undefined;
    const { text, location } = type;
    const ours = metadata/* repositoryTypes */.q.find((one) => one === text.toLowerCase());
    if (ours !== undefined)
        return ours;
    const { diagnostics } = repo.reading;
    if (otherTypes.includes(text.toLowerCase())) {
        diagnostics.notice(`repo.type ${text}: the files are published as they are, as in a generic repository`, { location });
        return 'generic';
    }
    diagnostics.error(`repo.type is ${text}, which there is not`, {
        location,
        hint: `The types are ${[...metadata/* repositoryTypes */.q, ...otherTypes].join(', ')}.`,
    });
    return undefined;
}
function readPackage(clause, repo) {
    if (clause === undefined)
        return (0,defined_only/* definedOnly */.U)({ repository: repo?.text('name') });
    const { diagnostics } = clause.reading;
    const url = (key, kind) => {
        const value = clause.named(key);
        return value === undefined ? undefined : (0,values/* readUrl */.wo)(value, kind, diagnostics);
    };
    const licenses = clause.texts('licenses').map((name) => (0,values/* readLicenseName */.fe)(name, diagnostics));
    const githubRepository = clause.named('github_repo');
    return (0,defined_only/* definedOnly */.U)({
        name: clause.text('name'),
        subject: clause.text('subject'),
        repository: clause.text('repo') ?? repo?.text('name'),
        description: clause.text('desc'),
        labels: textsOf(clause, 'labels'),
        licenses: licenses.length > 0 ? [...new Set(licenses)] : undefined,
        websiteUrl: url('website_url', 'web'),
        issueTrackerUrl: url('issue_tracker_url', 'web'),
        vcsUrl: url('vcs_url', 'vcs'),
        githubRepository: githubRepository === undefined ? undefined : (0,values/* readGithubRepository */.aP)(githubRepository, diagnostics),
        githubReleaseNotesFile: clause.text('github_release_notes_file'),
        attributes: readAttributes(clause),
    });
}
function readVersion(clause) {
    const { diagnostics } = clause.reading;
    const name = clause.named('name');
    if (name !== undefined)
        (0,values/* noticeMovingName */.cn)(name, diagnostics);
    const released = clause.named('released');
    return (0,defined_only/* definedOnly */.U)({
        name: name?.text,
        description: clause.text('desc'),
        released: released === undefined ? undefined : (0,values/* readDate */.h2)(released, diagnostics),
        vcsTag: clause.text('vcs_tag'),
        githubReleaseNotesFile: clause.text('github_release_notes_file'),
        githubUseTagReleaseNotes: clause.boolean('github_use_tag_release_notes'),
        attributes: readAttributes(clause),
    });
}
function readAttributes(clause) {
    const attributes = clause.clauses('attributes').flatMap((written) => {
        noticeUnknownKeys(written, 'attribute');
        const values = written.scalars('values');
        const name = written.text('name');
        if (name === undefined) {
            if (!written.isVoid('name'))
                written.error('name', `${written.name} has no name`, 'An attribute is { "name": …, "values": […], "type": … }.');
            return [];
        }
        return (0,attributes_reader/* checkAttribute */.f)({ name, type: written.located('type'), values }, clause.reading.diagnostics) ?? [];
    });
    return attributes.length > 0 ? attributes : undefined;
}
function textsOf(clause, key) {
    const texts = clause.texts(key).map(({ text }) => text);
    return texts.length > 0 ? texts : undefined;
}
function inertOf(clause, keys) {
    return keys.filter((key) => clause.has(key)).map((key) => clause.nameOf(key));
}
function noticeInert(names, reading) {
    const [first] = names;
    if (first === undefined)
        return;
    const location = reading.locations.get(first);
    reading.diagnostics.notice(`Accepted, and without effect any more: ${names.join(', ')}`, location === undefined ? {} : { location });
}
/** The samples of Bintray's documentation are in circulation with their values unchanged. */
const sampleValues = [
    /pushed completely automatically/i,
    /bintray\/bintray-client-java/i,
    /^(?:cool|awesome|gorilla)$/,
    /^2015-01-04$/,
];
function noticeSample(inPackage, inVersion, reading) {
    const found = [];
    for (const clause of [inPackage, inVersion]) {
        for (const { key, value } of clause?.object.members ?? []) {
            const values = value.kind === 'array' ? value.items : [value];
            const left = values.some((one) => one.kind === 'scalar' && typeof one.value === 'string' && sampleValues.some((sample) => sample.test(String(one.value))));
            if (left && clause !== undefined)
                found.push(clause.nameOf(key));
        }
    }
    const [first] = found;
    const location = first === undefined ? undefined : reading.locations.get(first);
    if (location !== undefined)
        reading.diagnostics.notice(`Left from the documentation's sample, and would be published: ${found.join(', ')}`, { location });
}

// EXTERNAL MODULE: ./build/model/descriptor/placeholders.js
var descriptor_placeholders = __nccwpck_require__(4018);
;// CONCATENATED MODULE: ./build/model/patterns/travis-pattern.js
const url = /^[a-z][a-z0-9+.-]*:\/\//i;
/**
 * The patterns of one entry as Travis's deploy tool read them (dpl, `lib/dpl/providers/bintray.rb`): the expression is looked for in the whole path,
 * which begins with the folder, and is not anchored at its end. On RE2, so that no expression takes more than linear time.
 */
class TravisPattern {
    start;
    #prefix;
    #include;
    #exclude;
    #upload;
    constructor(parts) {
        this.start = parts.start;
        this.#prefix = parts.prefix;
        this.#include = parts.include;
        this.#exclude = parts.exclude;
        this.#upload = parts.upload;
    }
    /** Tells everything that is wrong with the patterns; undefined then. */
    static async compile(patterns, diagnostics) {
        const before = diagnostics.errors.length;
        const { folder: written, expression } = splitInclude(patterns.include.text);
        checkFolder(patterns.include, written, expression, diagnostics);
        const { RE2JS } = await __nccwpck_require__.e(/* import() */ 856).then(__nccwpck_require__.bind(__nccwpck_require__, 2856));
        const compile = (text, at) => {
            try {
                return RE2JS.compile(text);
            }
            catch (error) {
                diagnostics.error(`${at.text} is no regular expression: ${String(error instanceof Error ? error.message : error)}`, {
                    location: at.location,
                    hint: hintFor(at.text),
                });
                return undefined;
            }
        };
        const include = expression === '' ? undefined : compile(RE2JS.quote(written) + expression, patterns.include);
        const exclude = patterns.exclude === undefined ? undefined : compile(patterns.exclude.text, patterns.exclude);
        const upload = patterns.upload === undefined ? undefined : checkUpload(patterns.upload, include?.groupCount() ?? 0, diagnostics);
        if (diagnostics.errors.length > before)
            return undefined;
        return new TravisPattern({ ...startOf(written, expression), include, exclude, upload });
    }
    /** Where a file goes, given its path relative to the folder; undefined when the entry does not take it. */
    uploadPath(path) {
        const subject = this.#prefix + path;
        if (this.#exclude?.test(subject))
            return undefined;
        if (this.#include === undefined)
            return path === this.start.file ? (this.#upload ?? path) : undefined;
        const groups = this.#include.exec(subject);
        if (groups === null)
            return undefined;
        const target = this.#upload?.replaceAll(/\$([1-9])/g, (_, number) => String(groups[Number(number)] ?? '')) ?? path;
        return target.replace(/^\/+/, '');
    }
}
/** Splits at the first parenthesis that is no escaped one; backslashes before it only escape, since it is no expression there. */
function splitInclude(text) {
    const open = /^(?:\\.|[^\\(])*/su.exec(text)?.[0].length ?? 0;
    return { folder: text.slice(0, open).replaceAll(/\\(.)/gsu, '$1'), expression: text.slice(open) };
}
/** The folder to walk, and the text that every path found in it begins with: `./out/` of `./out/(.*)`. */
function startOf(written, expression) {
    const path = written.replace(/^(?:\.\/+)+/, '').replace(/^\.$/, '');
    if (expression === '') {
        const slash = path.lastIndexOf('/') + 1;
        return {
            start: { folder: withoutSlash(path.slice(0, slash)), file: path.slice(slash) },
            prefix: written.slice(0, written.lastIndexOf('/') + 1),
        };
    }
    return { start: { folder: withoutSlash(path) }, prefix: written === '' || written.endsWith('/') ? written : `${written}/` };
}
function withoutSlash(folder) {
    return folder.replace(/(.)\/+$/, '$1');
}
function checkFolder(include, folder, expression, diagnostics) {
    const { location } = include;
    if (/[*?|[\]{}]|\.\+|[)]/.test(folder)) {
        const noGroup = `${include.text} has no group, so it names one file, and no file has such a name`;
        const message = expression === '' ? noGroup : `${folder} stands before the first group, so it is a folder and no pattern`;
        diagnostics.error(message, {
            location,
            hint: looksLikeGlob(include.text) ? globHint(include.text) : 'Open the first group before the first wildcard: folder/(.*\\.deb).',
        });
    }
    else if (expression === '' && (folder === '' || folder.endsWith('/'))) {
        diagnostics.error(`${include.text} names a folder`, { location, hint: `For all its files write ${folder}(.*).` });
    }
}
/** The upload path without leading slashes, which mean nothing. */
function checkUpload(upload, groups, diagnostics) {
    const { text, location } = upload;
    const path = text.replace(/^\/+/, '');
    if (url.test(text))
        diagnostics.error(`The upload path ${text} is an address`, { location, hint: 'Write the path below the repository only.' });
    else if (path === '' || path.endsWith('/') || path.includes('*'))
        diagnostics.error(`The upload path ${text} names no file`, { location, hint: 'Name the file, such as folder/$1.' });
    const missing = [...new Set([...text.matchAll(/\$([1-9])/g)].map((match) => match[1] ?? ''))].filter((number) => Number(number) > groups);
    if (missing.length > 0) {
        const names = missing.map((number) => `$${number}`).join(', ');
        diagnostics.error(`The upload path ${text} wants ${names}, but includePattern has ${groups === 0 ? 'no group' : `${groups} group${groups === 1 ? '' : 's'}`}`, {
            location,
            hint: 'Put what is to be kept into parentheses.',
        });
    }
    return path;
}
function hintFor(text) {
    if (/\(\?(?:[=!]|<[=!])|\\[1-9]/.test(text))
        return 'Look-around and back-references are not possible here.';
    return looksLikeGlob(text) ? globHint(text) : 'See https://github.com/google/re2/wiki/Syntax.';
}
/** A glob in the place of an expression (`out/*.jar`, `(*.jar)`) is the commonest mistake. */
function looksLikeGlob(text) {
    return /(?:^|[/(])\*/.test(text);
}
function globHint(text) {
    const slash = text.lastIndexOf('/') + 1;
    const name = text.slice(slash).replaceAll(/[()]/g, '');
    const expression = name.replaceAll(/\\?\./g, '\\.').replaceAll('*', '.*');
    return `That is a glob. A regular expression is wanted, with the variable part in parentheses: ${text.slice(0, slash)}(${expression})`;
}

;// CONCATENATED MODULE: ./build/model/descriptor/travis-form.js


/** The files that Travis's form chooses: one selection for each entry of `files`. */
async function readTravisSelections(top) {
    const entries = top.clauses('files');
    if (entries.length === 0)
        top.error('files', 'files is empty', 'Add an entry with includePattern and uploadPattern.');
    noticeParameters(entries);
    const selections = [];
    for (const entry of entries) {
        noticeUnknownKeys(entry, 'files');
        const selection = await readEntry(entry);
        if (selection !== undefined)
            selections.push(selection);
    }
    return selections;
}
async function readEntry(entry) {
    const include = entry.located('includePattern');
    const exclude = entry.located('excludePattern');
    const upload = entry.located('uploadPattern');
    const override = entry.clause('matrixParams')?.boolean('override');
    if (entry.isVoid('includePattern') || entry.isVoid('excludePattern') || entry.isVoid('uploadPattern'))
        return undefined;
    if (include === undefined) {
        entry.error('includePattern', `${entry.name}.includePattern is missing`, 'Write the path, with the variable part in parentheses: out/(.*\\.deb).');
        return undefined;
    }
    const patterns = { include, ...(exclude !== undefined && { exclude }), ...(upload !== undefined && { upload }) };
    const compiled = await TravisPattern.compile(patterns, entry.reading.diagnostics);
    if (compiled === undefined)
        return undefined;
    return { kind: 'travis', folder: compiled.start.folder, ...patterns, ...(override !== undefined && { override }) };
}
/** What was sent with an upload for Bintray's indexes has no counterpart; `override` has. */
function noticeParameters(entries) {
    const names = new Set();
    for (const entry of entries) {
        const parameters = entry.clause('matrixParams')?.keys ?? [];
        for (const name of parameters)
            if (name !== 'override')
                names.add(`matrixParams.${name}`);
        if (entry.has('listInDownloads'))
            names.add('listInDownloads');
    }
    const first = entries.find((entry) => entry.clause('matrixParams')?.keys.some((name) => name !== 'override') || entry.has('listInDownloads'));
    if (first === undefined)
        return;
    const key = first.has('listInDownloads') && !first.has('matrixParams') ? 'listInDownloads' : 'matrixParams';
    first.reading.diagnostics.notice(`Accepted, and without effect any more: ${[...names].join(', ')}`, { location: first.locate(key) });
}

;// CONCATENATED MODULE: ./build/model/descriptor/bintray-form.js








/** Reads either of Bintray's forms. Undefined where there is no object to read; a model may come with errors. */
async function readBintrayForm(source, reading) {
    const { diagnostics } = reading;
    const parsed = parseLenientJson(source.text, source.path, diagnostics);
    if (parsed === undefined)
        return undefined;
    if (parsed.kind !== 'object') {
        diagnostics.error('A descriptor is one object', { location: parsed.location, hint: 'Put everything into { and }.' });
        return undefined;
    }
    const version = (0,descriptor_placeholders/* versionToFill */.ny)(source, { version: versionIn(parsed) });
    const filling = { ...reading, known: { ...reading.known, ...(version !== undefined && { version }) } };
    const tree = mapScalars(parsed, (scalar, path) => withoutPlaceholders(scalar, path, filling));
    const form = formOf(parsed, reading);
    const top = new ClauseReader(filling, '', asObject(tree, parsed));
    noticeUnknownKeys(top, form);
    const clauses = readClauses(top);
    const selections = form === 'travis' ? await readTravisSelections(top) : readArtifactorySelections(top);
    return { form, file: source.file, locations: reading.locations, ...clauses, selections };
}
/** The version that the descriptor names, as it is written. */
function versionIn(descriptor) {
    const clause = memberOf(descriptor, 'version')?.value;
    const name = clause?.kind === 'object' ? memberOf(clause, 'name')?.value : undefined;
    return name?.kind === 'scalar' && typeof name.value === 'string' ? name.value.trim() : undefined;
}
const selectors = ['applyToFiles', 'applyToRepoFiles', 'applyToProps'];
/** The keys say which form a file is, its name does not. */
function formOf(object, reading) {
    const files = memberOf(object, 'files');
    const selector = object.members.find(({ key }) => selectors.includes(key));
    if (files !== undefined && selector !== undefined) {
        const later = object.members.indexOf(files) > object.members.indexOf(selector) ? files.location : selector.location;
        reading.diagnostics.error(`files is of Travis's form, ${selector.key} of Artifactory's: a descriptor has one of them`, {
            location: later,
            hint: 'Remove one of the two.',
        });
    }
    return files === undefined ? 'artifactory' : 'travis';
}
/** Fills in the version where it is known; a value with any other placeholder is told and says nothing from here on. */
function withoutPlaceholders(scalar, path, reading) {
    if (typeof scalar.value !== 'string')
        return scalar;
    const { known, diagnostics } = reading;
    const isExpression = path.at(-1) === 'includePattern' || path.at(-1) === 'excludePattern';
    const version = isExpression ? known.version?.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&') : known.version;
    const { text, left } = (0,descriptor_placeholders/* fillVersion */.SG)(scalar.value, version);
    if (left.length === 0)
        return { ...scalar, value: text };
    const key = nameOf(path);
    if (!(key === 'package.name' && known.package !== undefined) && !(key === 'version.name' && known.version !== undefined)) {
        const names = left.map((placeholder) => placeholder.text).join(', ');
        diagnostics.error(`${key} holds ${left.length === 1 ? 'a placeholder that was' : 'placeholders that were'} never replaced: ${names}`, {
            location: scalar.location,
            hint: 'Fill the descriptor in before this step; the version alone can come from the input `version`.',
        });
    }
    return { ...scalar, value: null, void: true };
}
function nameOf(path) {
    return path.map((key, index) => (/^\d+$/.test(key) ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');
}
/** An object stays one when its scalars are replaced. */
function asObject(tree, otherwise) {
    return tree.kind === 'object' ? tree : otherwise;
}

;// CONCATENATED MODULE: ./build/model/descriptor/read-descriptor.js


/**
 * Reads a descriptor of any form: YAML is `outtray.yml`'s, any other name is JSON in one of Bintray's two forms, which its keys tell apart. Every
 * mistake is told with file, line and column. After an error there is as much of a model as could be read, to find the other mistakes with: nothing
 * of it may be published. Undefined when nothing could be read.
 */
async function readDescriptor(source, diagnostics) {
    const reading = { file: source.path, diagnostics, locations: new Map(), known: source.known ?? {} };
    if (!isOuttrayDescriptor(source.path))
        return await readBintrayForm(source, reading);
    return await (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(398)]).then(__nccwpck_require__.bind(__nccwpck_require__, 398))).readOuttrayForm(source, reading);
}

;// CONCATENATED MODULE: ./build/actions/publish-version/descriptor-lookup.js





/** Largest file that is read as a descriptor, in bytes; real ones have some kilobytes. */
const sizeLimit = 1_048_576;
/**
 * Finds the descriptor: the one file of the input, else `outtray.yml` in the workspace root, else the one file there whose name contains
 * `bintray-info` and that is no template. Undefined when there is none, or after an error such as several.
 */
async function findDescriptor(request, diagnostics) {
    const { workspace, input } = request;
    const pattern = input ?? (request.wanted ? await defaultName(workspace, diagnostics) : undefined);
    if (pattern === undefined)
        return undefined;
    const accept = (path, literal) => literal || !isDescriptorTemplate(path);
    const matches = await findFiles({ workspace, patterns: [{ text: pattern }], failOnUnmatched: true, accept }, diagnostics);
    const [match] = matches;
    if (match === undefined)
        return undefined;
    if (matches.length > 1) {
        tellSeveral(matches.map(({ path }) => path), diagnostics);
        return undefined;
    }
    if ((0,external_node_fs_.statSync)(match.absolute).size > sizeLimit) {
        diagnostics.error(`${match.path} is larger than 1 MiB, which no descriptor is`, { location: { file: match.path } });
        return undefined;
    }
    return { absolute: (0,external_node_path_namespaceObject.join)(workspace, match.path), path: match.path };
}
async function defaultName(workspace, diagnostics) {
    const names = (await listFolder(workspace)).filter(({ kind }) => kind === 'file' || kind === 'link').map(({ name }) => name);
    if (names.includes(outtrayName))
        return outtrayName;
    const candidates = names.filter((name) => isBintrayDescriptor(name) && !isDescriptorTemplate(name));
    if (candidates.length > 1)
        tellSeveral(candidates, diagnostics);
    return candidates.length === 1 ? candidates[0] : undefined;
}
function tellSeveral(paths, diagnostics) {
    diagnostics.error(`There are ${paths.length} descriptors: ${paths.slice(0, 10).join(', ')}`, {
        hint: 'Name one with the input `descriptor`.',
    });
}

;// CONCATENATED MODULE: ./build/actions/publish-version/selection.js









/**
 * The files that the inputs or the descriptor choose, sorted by path. A descriptor is never among them: not the one in use, and by no wildcard any
 * `*bintray-info*.json`.
 */
async function selectFiles(request, diagnostics) {
    const selector = new Selector(request, diagnostics);
    if (request.patterns !== undefined && request.patterns.length > 0)
        await selector.addGlobs(request.patterns);
    else
        await selector.addAll();
    return selector.selected;
}
class Selector {
    #request;
    #diagnostics;
    #descriptorPath;
    #found = new Map();
    constructor(request, diagnostics) {
        this.#request = request;
        this.#diagnostics = diagnostics;
        this.#descriptorPath = request.descriptor === undefined ? undefined : (0,external_node_path_namespaceObject.relative)(request.workspace, request.descriptor.file);
    }
    get selected() {
        return [...this.#found.values()].sort((a, b) => byCodeUnit(a.path, b.path) || byCodeUnit(a.uploadPath ?? '', b.uploadPath ?? ''));
    }
    async addAll() {
        for (const selection of this.#request.descriptor?.selections ?? []) {
            if (selection.kind === 'globs')
                await this.addGlobs(selection.patterns);
            else if (selection.kind === 'bintray')
                await this.#addBintray(selection);
            else if (selection.kind === 'travis')
                await this.#addTravis(selection);
            else
                await this.#addFolder();
        }
    }
    async addGlobs(patterns) {
        const { workspace, failOnUnmatched } = this.#request;
        const accept = (path, literal) => (literal ? path !== this.#descriptorPath : this.#mayTake(path));
        for (const match of await findFiles({ workspace, patterns, failOnUnmatched, accept }, this.#diagnostics))
            this.#add(match);
    }
    async #addBintray({ base, pattern }) {
        const folder = base === 'workspace' ? '' : this.#descriptorFolder;
        const bintray = new BintrayPattern(pattern.text);
        const from = external_node_path_namespaceObject.posix.join(folder, bintray.fixedFolder);
        const accept = (path) => bintray.matches(folder === '' ? path : path.slice(folder.length + 1));
        const matches = await this.#search({ source: pattern, from, glob: bintray.walkGlob, accept });
        for (const match of matches)
            this.#add(match);
        if (matches.length === 0)
            await this.#tellUnmatched(pattern, from, external_node_path_namespaceObject.posix.basename(pattern.text));
    }
    /** An empty selection: everything beside and below the descriptor. */
    async #addFolder() {
        const folder = this.#descriptorFolder;
        const location = { file: this.#descriptorPath ?? '', line: 1, column: 1 };
        if (folder === '') {
            this.#diagnostics.error('The descriptor chooses no files, which means all beside it, and that is the whole workspace', {
                location,
                hint: 'Choose files with applyToRepoFiles or the input `files`, or put the descriptor into the folder that holds them.',
            });
            return;
        }
        const source = { text: `${folder}/**`, location };
        const matches = await this.#search({ source, from: folder, glob: '**', accept: () => true });
        for (const match of matches)
            this.#add(match);
        if (matches.length === 0)
            await this.#tellUnmatched(source, folder, '');
    }
    async #addTravis(selection) {
        const { workspace } = this.#request;
        const pattern = await TravisPattern.compile(selection, this.#diagnostics);
        if (pattern === undefined)
            return;
        const { include } = selection;
        const absolute = external_node_path_namespaceObject.posix.resolve(workspace, pattern.start.folder);
        if (!isInside(workspace, absolute)) {
            this.#diagnostics.error(`${include.text} begins outside the workspace`, {
                location: include.location,
                hint: 'Write the folder relative to the root of the workspace.',
            });
            return;
        }
        const from = (0,external_node_path_namespaceObject.relative)(workspace, absolute);
        if (resolveInside(workspace, absolute).kind === 'missing') {
            const { where, like } = await lookAround(workspace, from.split('/'), '');
            this.#diagnostics.warning(`${include.text} matches nothing: ${where}`, {
                location: include.location,
                hint: `The text before the first group is a folder. ${like}`,
            });
            return;
        }
        const below = (path) => (from === '' ? path : path.slice(from.length + 1));
        const glob = pattern.start.file === undefined ? '**' : pattern.start.file.startsWith('.') ? '.*' : '*';
        const matches = await this.#search({ source: include, from, glob, accept: (path) => pattern.uploadPath(below(path)) !== undefined });
        for (const match of matches) {
            const uploadPath = pattern.uploadPath(below(match.path));
            this.#add(match, {
                ...(uploadPath !== undefined && { uploadPath }),
                ...(selection.override !== undefined && { override: selection.override }),
            });
        }
        if (matches.length === 0)
            await this.#tellUnmatched(include, from, pattern.start.file ?? '');
    }
    #search(search) {
        const { workspace } = this.#request;
        const accept = (path) => this.#mayTake(path) && search.accept(path);
        return filesBelow({ workspace, source: search.source, accept }, { pattern: new GlobPattern(search.glob), from: search.from }, this.#diagnostics);
    }
    async #tellUnmatched({ text, location }, from, name) {
        const { where, like } = await lookAround(this.#request.workspace, from === '' ? [] : from.split('/'), name);
        const message = `No file matches ${text}: ${where}`;
        if (this.#request.failOnUnmatched)
            this.#diagnostics.error(message, { location, hint: like });
        else
            this.#diagnostics.warning(message, { location, hint: like });
    }
    #add({ absolute, path, rest }, more = {}) {
        const folder = this.#descriptorFolder;
        const inside = this.#descriptorPath !== undefined && (folder === '' || path.startsWith(`${folder}/`));
        const key = `${path}\0${more.uploadPath ?? ''}`;
        if (this.#found.has(key))
            return;
        this.#found.set(key, {
            absolute,
            path,
            rest,
            ...more,
            ...(inside && { descriptorRelative: folder === '' ? path : path.slice(folder.length + 1) }),
        });
    }
    get #descriptorFolder() {
        const folder = external_node_path_namespaceObject.posix.dirname(this.#descriptorPath ?? '.');
        return folder === '.' ? '' : folder;
    }
    #mayTake(path) {
        return path !== this.#descriptorPath && !isBintrayDescriptor(path) && !this.#request.except?.(path);
    }
}

;// CONCATENATED MODULE: ./build/actions/publish-version/request.js










const bintrayFileCap = 200;
const longestReleaseNotes = 1024 * 1024;
// The defaults that action.yml describes and does not set: an input that is given wins over a descriptor, whatever its value.
const defaultWindowDays = 180;
const defaultTagPattern = 'v{version}';
/** Reads everything that says what to publish. Mistakes are collected; what could be read is returned all the same, so that one run tells all. */
async function readRequest(inputs, { known, own }, context) {
    const { diagnostics, workspace } = context;
    const handed = await request_readRecord(inputs, context);
    const { descriptor, broken } = await readDescriptorFile(inputs, context);
    const type = typeOf(inputs, known, descriptor, diagnostics);
    const selected = inputs.discard || inputs.record !== undefined
        ? []
        : await selectFiles({
            workspace,
            failOnUnmatched: inputs.failOnUnmatched,
            except: (file) => own !== undefined && file.startsWith(`${own}/`),
            ...(descriptor !== undefined && { descriptor }),
            ...(inputs.files.length > 0 && { patterns: inputs.files.map((text) => ({ text })) }),
        }, diagnostics);
    const files = handed?.files ?? (await joinCompanions(selected, diagnostics));
    const { override } = inputs;
    if (descriptor?.path !== undefined)
        checkTemplate(descriptor.path, diagnostics, descriptor.locations.get('path'));
    return {
        repository: descriptor?.repository ?? {},
        updateExisting: descriptor?.updateExisting ?? false,
        type,
        descriptor,
        descriptorBroken: broken,
        package: { ...handed?.record.package, ...descriptor?.package, ...(inputs.package !== undefined && { name: inputs.package }) },
        version: { ...handed?.record.version, ...descriptor?.version, ...(await releaseNotes(descriptor, context)) },
        record: handed?.record,
        files: override === undefined ? files : files.map((file) => ({ ...file, override })),
        template: inputs.path ?? descriptor?.path,
        tagPattern: inputs.tagPattern ?? descriptor?.tagPattern ?? defaultTagPattern,
        publish: inputs.publish ?? descriptor?.publish ?? true,
        sign: signs(inputs, descriptor, diagnostics),
        override: override ?? descriptor?.override ?? false,
        updateWindowDays: inputs.updateWindowDays ?? descriptor?.updateWindowDays ?? defaultWindowDays,
        maxFiles: inputs.maxFiles ?? descriptor?.maxFiles ?? (descriptor !== undefined && descriptor.form !== 'outtray' ? bintrayFileCap : 0),
        maxFileMegabytes: inputs.maxFileMegabytes ?? descriptor?.maxFileMegabytes ?? 0,
        repositoryUrl: inputs.repositoryUrl ?? descriptor?.repositoryUrl,
        overruled: overruled(inputs, descriptor),
    };
}
/** Rules across inputs, told together with everything else. */
function checkInputs(inputs, diagnostics) {
    if (inputs.record !== undefined && inputs.recordSha256 === undefined) {
        diagnostics.error("input 'record' needs 'record-sha256': any other record is refused", {
            hint: "Give both outputs of the step that signed: 'record' and 'record-sha256'.",
        });
    }
    if (inputs.record === undefined && inputs.recordSha256 !== undefined)
        diagnostics.error("input 'record-sha256' is given without 'record'");
    if (inputs.recordSha256 !== undefined && !/^[0-9a-f]{64}$/i.test(inputs.recordSha256)) {
        diagnostics.error(`input 'record-sha256' must be 64 hexadecimal digits, got '${inputs.recordSha256}'`);
    }
    const asksToSign = inputs.gpgSign === true || inputs.passphrase !== undefined;
    if (asksToSign && inputs.privateKey === undefined) {
        diagnostics.error(`input '${inputs.gpgSign ? 'gpg-sign' : 'passphrase'}' asks to sign, but there is no 'private-key'`, {
            hint: 'Pass the secret key, or sign in an earlier step with sign-artifacts.',
        });
    }
    if (inputs.signingKey !== undefined && inputs.privateKey === undefined)
        diagnostics.error("input 'signing-key' is given without 'private-key'");
    if (inputs.path !== undefined)
        checkTemplate(inputs.path, diagnostics);
    if (inputs.repositoryUrl !== undefined && !/^https?:\/\/[^/\s]+/i.test(inputs.repositoryUrl)) {
        diagnostics.error(`input 'repository-url' must be an http or https address, got '${inputs.repositoryUrl}'`);
    }
}
/** The record that was handed over, with the files that it names; patterns choose among them. */
async function request_readRecord(inputs, { workspace, diagnostics }) {
    if (inputs.record === undefined || inputs.recordSha256 === undefined)
        return undefined;
    const handed = await readHandedRecord({ workspace, record: inputs.record, sha256: inputs.recordSha256 }, diagnostics);
    if (handed === undefined || inputs.files.length === 0)
        return handed;
    const patterns = inputs.files.map((text) => ({ text }));
    return {
        ...handed,
        files: await chooseFiles(handed.files, { workspace, patterns, failOnUnmatched: inputs.failOnUnmatched }, diagnostics),
    };
}
async function readDescriptorFile(inputs, { workspace, diagnostics, github }) {
    const wanted = inputs.record === undefined && !(inputs.package !== undefined && inputs.files.length > 0);
    const before = diagnostics.errors.length;
    const broken = () => diagnostics.errors.length > before;
    const found = await findDescriptor({ workspace, wanted, ...(inputs.descriptor !== undefined && { input: inputs.descriptor }) }, diagnostics);
    if (found === undefined)
        return { descriptor: undefined, broken: broken() };
    const text = await (0,promises_.readFile)(found.absolute, 'utf8');
    // A descriptor need not name what the input or the tag says.
    const known = (0,defined_only/* definedOnly */.U)({ package: inputs.package, version: inputs.version });
    const fromTag = (pattern) => versionOfTag(inputs.tagPattern ?? pattern ?? defaultTagPattern, github);
    const descriptor = await readDescriptor({ file: found.absolute, path: found.path, text, known, versionOfTag: fromTag }, diagnostics);
    return { descriptor, broken: broken() };
}
function typeOf(inputs, known, descriptor, diagnostics) {
    if (inputs.repositoryType !== undefined && known?.type !== undefined && inputs.repositoryType !== known.type) {
        diagnostics.error(`input 'repository-type' is '${inputs.repositoryType}', but the repository is of type '${known.type}', which cannot change`);
    }
    return inputs.repositoryType ?? known?.type ?? descriptor?.repository.type ?? 'generic';
}
/** As Bintray documented it: a passphrase that is given signs even if the descriptor says `gpgSign: false`. */
function signs(inputs, descriptor, diagnostics) {
    const asked = inputs.passphrase !== undefined || inputs.gpgSign;
    const wanted = asked ?? descriptor?.gpgSign ?? false;
    if (wanted && inputs.privateKey === undefined && asked === undefined && descriptor !== undefined) {
        const location = descriptor.locations.get('version.gpgSign');
        diagnostics.error("the descriptor asks to sign, but there is no 'private-key'", {
            hint: "Pass the secret key as 'private-key'.",
            ...(location !== undefined && { location }),
        });
    }
    if (asked === undefined && !wanted && inputs.privateKey !== undefined) {
        diagnostics.notice('a \'private-key\' is given, but nothing asks to sign: set "gpg-sign: true"');
    }
    return wanted && inputs.privateKey !== undefined;
}
function overruled(inputs, descriptor) {
    if (descriptor === undefined)
        return [];
    const entries = descriptor.selections.filter((selection) => selection.kind === 'travis');
    const differs = (name, input, said) => input !== undefined && said !== undefined && input !== said ? [name] : [];
    return [
        ...differs('package', inputs.package, descriptor.package.name),
        ...differs('version', inputs.version, descriptor.version.name),
        ...differs('tag-pattern', inputs.tagPattern, descriptor.tagPattern),
        ...(inputs.files.length > 0 && descriptor.selections.length > 0 ? ['files'] : []),
        ...differs('path', inputs.path, descriptor.path ?? entries.find(({ upload }) => upload !== undefined)?.upload?.text),
        ...differs('publish', inputs.publish, descriptor.publish),
        ...differs('override', inputs.override, descriptor.override ?? entries.find(({ override }) => override === !inputs.override)?.override),
        ...differs('update-window-days', inputs.updateWindowDays, descriptor.updateWindowDays),
        ...differs('repository-type', inputs.repositoryType, descriptor.repository.type),
        ...differs('repository-url', inputs.repositoryUrl, descriptor.repositoryUrl),
        ...differs('gpg-sign', inputs.gpgSign, descriptor.gpgSign),
        ...(inputs.passphrase !== undefined && descriptor.gpgSign === false ? ['passphrase'] : []),
        ...differs('max-files', inputs.maxFiles, descriptor.maxFiles),
        ...differs('max-file-megabytes', inputs.maxFileMegabytes, descriptor.maxFileMegabytes),
    ];
}
/** The text of the release notes file that the descriptor names, unless the tag's own notes are to be used. */
async function releaseNotes(descriptor, { workspace, diagnostics }) {
    const named = descriptor?.version.githubReleaseNotesFile ?? descriptor?.package.githubReleaseNotesFile;
    if (descriptor === undefined || named === undefined || descriptor.version.githubUseTagReleaseNotes === true)
        return {};
    const place = resolveInside(workspace, external_node_path_namespaceObject.join(workspace, named));
    const text = place.kind === 'file' ? await (0,promises_.readFile)(place.real, 'utf8') : undefined;
    if (text !== undefined && text.length <= longestReleaseNotes)
        return { releaseNotes: text };
    const location = descriptor.locations.get('version.github_release_notes_file') ?? descriptor.locations.get('package.github_release_notes_file');
    diagnostics.warning(`the release notes file '${named}' ${text === undefined ? 'cannot be read' : 'is longer than 1 MiB'}: the version has none`, {
        ...(location !== undefined && { location }),
    });
    return {};
}

;// CONCATENATED MODULE: ./build/core/markdown.js

const longestText = 300;
// GitHub drops a summary over 1 MiB whole (docs, "Job summaries"): stay well below it.
const longestDocument = 900 * 1024;
/** A job summary in the making, in GitHub's Markdown. */
class Markdown {
    #lines = [];
    heading(text, level = 2) {
        this.#lines.push(`${'#'.repeat(level)} ${inline(text)}`, '');
        return this;
    }
    paragraph(...parts) {
        this.#lines.push(parts.map(inline).join(''), '');
        return this;
    }
    /** A table that shows at most `limit` rows and counts the rest. */
    table(header, rows, limit = 100) {
        const line = (cells) => `| ${cells.map((cell) => inline(cell).replaceAll('|', '\\|')).join(' | ')} |`;
        this.#lines.push(line(header), `|${' --- |'.repeat(header.length)}`, ...rows.slice(0, limit).map(line), '');
        if (rows.length > limit)
            this.paragraph(`… and ${rows.length - limit} more.`);
        return this;
    }
    /** The document; over 900 KiB it is cut at a line and says so. */
    toString() {
        const text = `${this.#lines.join('\n')}\n`;
        if (Buffer.byteLength(text) <= longestDocument)
            return text;
        const cut = Buffer.from(text).subarray(0, longestDocument).toString();
        return `${cut.slice(0, cut.lastIndexOf('\n'))}\n\n… cut here: GitHub takes no longer summary.\n`;
    }
}
function inline(part) {
    if (typeof part === 'string')
        return escaped(part);
    if ('code' in part)
        return codeSpan(shorten(part.code));
    return `[${escaped(part.link)}](${encodeURI(part.href).replaceAll('(', '%28').replaceAll(')', '%29')})`;
}
function escaped(text) {
    return shorten(text).replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&');
}
/** A fence longer than any run of backticks inside keeps the text literal (CommonMark 6.1). */
function codeSpan(text) {
    const longestRun = Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
    const fence = '`'.repeat(longestRun + 1);
    const padding = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
    return text === '' ? '' : `${fence}${padding}${text}${padding}${fence}`;
}
function shorten(text) {
    const shown = (0,sanitize/* visible */.R)(text);
    return shown.length > longestText ? `${shown.slice(0, longestText)}…` : shown;
}

;// CONCATENATED MODULE: ./build/actions/publish-version/summary.js


/** Whether a file's bytes were sent in this run. */
function isUploaded({ file, decision }) {
    return decision !== 'unchanged' && !file.staged;
}
/** The public address of a path of the repository. */
function publicUrl(base, path) {
    return `${base.replace(/\/+$/, '')}/${path.split('/').map(encodeURIComponent).join('/')}`;
}
/** What happened, or in a dry run what would: every file, its size and digest, and what was done with it. */
function publishSummary(plan, { identity, request, repository, dryRun }) {
    const uploaded = plan.items.filter(isUploaded);
    const state = plan.published ? 'published' : 'staged';
    const summary = new Markdown().heading(`${dryRun ? 'Dry run: ' : ''}${identity.package} ${identity.version} ${dryRun ? `would be ${state}` : `is ${state}`}`);
    summary.paragraph('Repository ', { code: repository.target }, ` (${request.type}): ${uploaded.length} ${dryRun ? 'would be uploaded' : 'uploaded'}, ${plan.items.length - uploaded.length} unchanged, ${megabytes(uploaded.reduce((sum, { file }) => sum + file.size, 0))} ${dryRun ? 'would be sent' : 'sent'}.`);
    if (request.overruled.length > 0)
        summary.paragraph(`Inputs won over the descriptor: ${request.overruled.join(', ')}.`);
    if (request.descriptor !== undefined)
        summary.paragraph('Descriptor: ', { code: request.descriptor.file.split('/').at(-1) ?? '' }, ` (${request.descriptor.form} form).`);
    if (!plan.published)
        summary.paragraph('Only you can see a staged version: publish it with "publish: true", or remove it with "discard: true".');
    summary.table(['File', 'Size', 'SHA-256', 'Signature', dryRun ? 'What would be done' : 'What was done'], plan.items.map((item) => [
        request.repositoryUrl === undefined || !plan.published
            ? { code: item.file.path }
            : { link: item.file.path, href: publicUrl(request.repositoryUrl, item.file.path) },
        megabytes(item.file.size),
        { code: item.file.digests.sha256 },
        signatureOf(plan, item),
        doneWith(item, plan.published, dryRun),
    ]));
    return summary;
}
/** What was removed, or in a dry run what would be. */
function discardSummary(identity, { count, dryRun }) {
    const name = `${identity.package} ${identity.version}`;
    const text = count === 0 ? 'Nothing is staged.' : `${count} staged files ${dryRun ? 'would be' : 'were'} removed.`;
    return new Markdown().heading(dryRun ? `Dry run: ${name} would be discarded` : `${name} is discarded`).paragraph(text);
}
function signatureOf(plan, { file }) {
    const signature = recordedFile(plan.record, file.path)?.signature;
    if (signature === undefined)
        return 'none';
    return signature.fingerprint === undefined ? 'there' : { code: signature.fingerprint.slice(-16) };
}
function doneWith({ file, decision }, published, dryRun) {
    if (decision === 'unchanged' || (file.staged && !published))
        return 'unchanged';
    const done = file.staged ? 'published from staging' : decision === 'replace' ? 'replaced' : 'uploaded';
    return dryRun ? `would be ${done}` : done;
}
function megabytes(bytes) {
    return bytes < 100_000 ? `${bytes} bytes` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

;// CONCATENATED MODULE: ./build/actions/publish-version/run.js

















// From here on memory counts for more than time.
const manyFiles = 2000;
// How long to wait for another publisher of the same directory.
const patience = 15 * 60_000;
/** The use case: publishes a version of a package into a repository, or stages or discards it. */
async function publish(inputs, context) {
    const { diagnostics } = context;
    growSlowly();
    checkInputs(inputs, diagnostics);
    const repository = context.diagnostics.attempt(() => openTarget(inputs, context));
    const known = repository === undefined ? undefined : await readRepositoryMetadata(repository);
    const request = await readRequest(inputs, { known, own: repository?.locate('') }, context);
    const poms = request.type === 'maven' ? await readPoms(request.files, diagnostics) : [];
    const name = run_nameOf(inputs, request, pomVersions(poms), context);
    checkName('package', name.package, diagnostics);
    checkName('version', name.version, diagnostics);
    if (request.type === 'maven' && poms.length === 0)
        checkRelease(name.version, diagnostics);
    checkLimits(request, diagnostics);
    if (request.files.length > manyFiles)
        staySmall();
    if (repository === undefined || name.package === undefined || name.version === undefined) {
        diagnostics.throwIfErrors();
        throw new core_errors/* ActionError */.lZ('invalid-input', 'the input is incomplete');
    }
    const identity = { package: name.package, version: name.version };
    if (inputs.discard)
        return await run_discard(repository, identity, { context, dryRun: inputs.dryRun });
    const placed = await placeFiles(request, identity, { repository, poms, diagnostics });
    checkPaths(placed, diagnostics);
    const signer = request.sign ? openSigner(inputs, context) : undefined;
    const files = await prepareFiles(placed, { maven: request.type === 'maven', signer, override: request.override }, diagnostics);
    diagnostics.throwIfErrors();
    const wanted = {
        package: { ...request.package, name: identity.package },
        metadata: { ...request.version, name: identity.version },
        files,
        signer: await signer,
    };
    const plan = await publishVersion(repository, wanted, { ...request, writesRepositoryDocument: true }, context);
    for (const notice of plan.notices)
        diagnostics.notice(notice);
    report(plan, context);
    return {
        outputs: outputsOf(plan, { repository, identity, repositoryUrl: request.repositoryUrl }),
        summary: publishSummary(plan, { identity, request, repository, dryRun: inputs.dryRun }),
    };
}
/** The names of package and version. */
function run_nameOf(inputs, request, poms, { github, diagnostics }) {
    const { tagPattern, descriptorBroken } = request;
    const sources = { input: inputs.version, descriptor: request.descriptor?.version.name, record: request.record?.version.name };
    const version = versionName({ ...sources, poms, tagPattern, descriptorBroken, github }, diagnostics);
    if (request.package.name === undefined && !descriptorBroken)
        diagnostics.error("no package is named: set input 'package', or name it in a descriptor");
    return { package: request.package.name, version };
}
function openTarget(inputs, { workspace, log }) {
    if (inputs.repository === '')
        return undefined;
    const onWait = (owner) => log.info(`waiting for another publisher (${owner})`);
    const repository = openRepository(inputs.repository, { workspace, patience, onWait });
    return inputs.dryRun ? new DryRunRepository(repository) : repository;
}
async function run_discard(repository, identity, { context, dryRun }) {
    context.diagnostics.throwIfErrors();
    // Where there is no repository, none is made.
    const isThere = (await repository.list(repository_path_metadataFolder)).length > 0;
    const count = isThere ? await discardVersion(repository, identity) : 0;
    context.log.info(count === 0 ? 'nothing was staged' : `${dryRun ? 'would discard' : 'discarded'} ${count} staged files`);
    return {
        outputs: {
            package: identity.package,
            version: identity.version,
            repository: repository.target,
            published: 'false',
            files: '[]',
            urls: '[]',
            'uploaded-count': '0',
            'unchanged-count': '0',
            'uploaded-bytes': '0',
        },
        summary: discardSummary(identity, { count, dryRun }),
    };
}
function checkLimits(request, diagnostics) {
    const { maxFiles, maxFileMegabytes } = request;
    const files = request.type === 'maven' ? withoutBookkeeping(request.files) : request.files;
    if (maxFiles > 0 && files.length > maxFiles) {
        diagnostics.error(`${files.length} files are to be published, which exceeds 'max-files' (${maxFiles})`, {
            hint: "Narrow the selection, or raise 'max-files' (0 = no limit).",
        });
    }
    if (maxFileMegabytes === 0)
        return;
    for (const { shownAs, size } of files) {
        if (size > maxFileMegabytes * 1_000_000) {
            diagnostics.error(`'${shownAs}' has ${(size / 1_000_000).toFixed(1)} MB, more than 'max-file-megabytes' (${maxFileMegabytes})`);
        }
    }
}
async function openSigner(inputs, { clock, diagnostics }) {
    const key = await openSigningKey({
        secret: inputs.privateKey ?? '',
        signedAt: clock.now(),
        today: new Date(),
        ...(inputs.passphrase !== undefined && { passphrase: inputs.passphrase }),
        ...(inputs.signingKey !== undefined && { signingKey: inputs.signingKey }),
    });
    for (const { message, hint } of key.warnings)
        diagnostics.warning(message, hint === undefined ? {} : { hint });
    return key.signer;
}
function report(plan, { log }) {
    for (const { file, decision } of plan.items)
        log.info(`${file.staged ? 'staged before' : decision}: ${file.path}`);
}
function outputsOf(plan, { repository, identity, repositoryUrl }) {
    const uploaded = plan.items.filter(isUploaded);
    const record = (plan.published ? publishedRecord : stagedRecord)(identity.package, identity.version);
    return {
        package: identity.package,
        version: identity.version,
        repository: repository.target,
        published: String(plan.published),
        record: repository.locate(record),
        files: JSON.stringify(plan.items.map(({ file: { path, size, digests } }) => ({ path, size, sha256: digests.sha256 }))),
        'uploaded-count': String(uploaded.length),
        'unchanged-count': String(plan.items.length - uploaded.length),
        'uploaded-bytes': String(uploaded.reduce((sum, { file }) => sum + file.size, 0)),
        urls: JSON.stringify(repositoryUrl === undefined ? [] : plan.items.map(({ file }) => publicUrl(repositoryUrl, file.path))),
    };
}


/***/ }),

/***/ 2357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: ./build/core/clock.js + 1 modules
var core_clock = __nccwpck_require__(4396);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./build/core/commands.js
// What a step tells GitHub's runner, as actions/runner reads it (ActionCommand.cs, FileCommandManager.cs). The toolkit's @actions/core does the same, but
// loads an HTTP client for OIDC: 45 ms of every run. See docs/adr/0004-own-runner-commands.md.


/** Prints a workflow command, `::name key=value::message`. Line breaks in it are escaped, everything else is the caller's to make safe. */
function issueCommand(name, message, properties = {}) {
    const given = Object.entries(properties).filter(([, value]) => value !== undefined);
    const list = given.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',');
    process.stdout.write(`::${name}${list === '' ? '' : ` ${list}`}::${escapeData(message)}\n`);
}
/** Has the runner hide a value wherever it is printed from now on. */
function maskValue(value) {
    issueCommand('add-mask', value);
}
/** Sets an output of the step. The delimiter is random, so that no value can end its own block. Outside GitHub there is nobody to tell. */
function setOutput(name, value) {
    const file = process.env.GITHUB_OUTPUT;
    if (file === undefined || file === '')
        return;
    const delimiter = `ghadelimiter_${(0,external_node_crypto_.randomUUID)()}`;
    (0,external_node_fs_.appendFileSync)(file, `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
}
/** Adds to the job summary of the step. */
function addSummary(text) {
    const file = process.env.GITHUB_STEP_SUMMARY;
    if (file !== undefined && file !== '')
        (0,external_node_fs_.appendFileSync)(file, text);
}
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

// EXTERNAL MODULE: ./build/core/diagnostics.js
var core_diagnostics = __nccwpck_require__(6450);
// EXTERNAL MODULE: ./build/core/errors.js
var errors = __nccwpck_require__(2807);
;// CONCATENATED MODULE: ./build/core/github.js
const variables = {
    repository: 'GITHUB_REPOSITORY',
    ref: 'GITHUB_REF',
    refName: 'GITHUB_REF_NAME',
    refType: 'GITHUB_REF_TYPE',
    sha: 'GITHUB_SHA',
    runId: 'GITHUB_RUN_ID',
    runAttempt: 'GITHUB_RUN_ATTEMPT',
    workflow: 'GITHUB_WORKFLOW',
    serverUrl: 'GITHUB_SERVER_URL',
    eventName: 'GITHUB_EVENT_NAME',
};
function readGitHubContext(environment) {
    const given = Object.entries(variables).map(([key, variable]) => [key, environment[variable]]);
    return Object.fromEntries(given.filter(([, value]) => value !== undefined && value !== ''));
}
/**
 * Why secrets must not be used in this run: outsiders decide what such runs build, so whatever is signed or published is theirs
 * (https://docs.github.com/actions/reference/security/secure-use). `undefined` when the trigger can be trusted.
 */
function untrustedTrigger(context, event) {
    const ours = (head) => context.repository !== undefined && head === context.repository;
    switch (context.eventName) {
        case 'pull_request_target':
            return 'pull_request_target runs with secrets for whoever opens a pull request';
        case 'pull_request':
            return ours(at(event, 'pull_request', 'head', 'repo', 'full_name')) ? undefined : 'this pull_request comes from a fork';
        case 'workflow_run':
            return ours(at(event, 'workflow_run', 'head_repository', 'full_name')) ? undefined : 'this workflow_run was started by a fork';
        default:
            return undefined;
    }
}
function at(value, ...keys) {
    return keys.reduce((inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined), value);
}

;// CONCATENATED MODULE: ./build/core/inputs.js
/**
 * Reads every declared input from the environment and collects every mistake. A wrong value is replaced by the input's default, so that the rest
 * of the input can be judged in the same run. The variables of secrets are deleted: no child process and no worker inherits them.
 */
function readInputs(specs, environment, diagnostics) {
    const values = {};
    for (const [name, spec] of Object.entries(specs)) {
        const variable = variableOf(name);
        const raw = environment[variable] ?? '';
        if (spec.type === 'secret')
            delete environment[variable];
        const text = spec.type === 'secret' ? withoutFinalNewline(raw) : raw.trim();
        const given = text !== '';
        if (!given && spec.required)
            diagnostics.error(`input '${name}' is required`);
        const value = given ? parse(name, text, spec, diagnostics) : undefined;
        // The runner fills in defaults itself: a list that arrives empty was emptied on purpose.
        const emptied = spec.type === 'list' && environment[variable] !== undefined && !given;
        values[inputKey(name)] = value ?? (emptied ? [] : fallback(spec));
    }
    return values;
}
/** The variable in which the runner hands an input over: upper case, blanks to `_`, hyphens kept (actions/runner, Handler.cs). */
function variableOf(name) {
    return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}
/** The items of a list input: one per line, trimmed, without empty lines and `#` comments. */
function listItems(text) {
    return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
}
function parse(name, text, spec, diagnostics) {
    const wrong = (rule) => diagnostics.error(`input '${name}' must be ${rule}, got '${text}'`);
    switch (spec.type) {
        case 'string':
        case 'secret':
            return text;
        case 'boolean': {
            // YAML 1.2's core schema, as the toolkit has it: nothing else is a boolean.
            if (/^(true|True|TRUE)$/.test(text))
                return true;
            if (/^(false|False|FALSE)$/.test(text))
                return false;
            return wrong('true or false');
        }
        case 'integer':
            return /^\d{1,15}$/.test(text) ? Number(text) : wrong('a whole number');
        case 'number':
            return /^\d{1,15}(\.\d{1,6})?$/.test(text) ? Number(text) : wrong('a number');
        case 'enum':
            return spec.values.includes(text) ? text : wrong(`one of ${spec.values.join(', ')}`);
        case 'list': {
            const items = listItems(text);
            const unknown = items.filter((item) => spec.values !== undefined && !spec.values.includes(item));
            for (const item of unknown) {
                diagnostics.error(`input '${name}' takes ${spec.values?.join(', ')}, one per line, got '${item}'`);
            }
            return items.filter((item) => !unknown.includes(item));
        }
    }
}
function fallback(spec) {
    if (spec.default !== undefined && spec.type !== 'list') {
        if (spec.type === 'boolean')
            return spec.default === 'true';
        return spec.type === 'integer' || spec.type === 'number' ? Number(spec.default) : spec.default;
    }
    if (spec.type === 'list')
        return listItems(spec.default ?? '');
    return spec.required ? '' : undefined;
}
function withoutFinalNewline(text) {
    return text.replace(/\r?\n$/, '');
}
/** The key under which `InputsOf` has an input: `dry-run` is `dryRun`. */
function inputKey(name) {
    return name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}

// EXTERNAL MODULE: ./build/core/sanitize.js
var sanitize = __nccwpck_require__(9507);
;// CONCATENATED MODULE: ./build/core/log.js


/** The log of a step on GitHub's runner. */
const runnerLog = {
    debug: (message) => issueCommand('debug', (0,sanitize/* safe */.g)(message)),
    info: (message) => void process.stdout.write(`${(0,sanitize/* safe */.g)(message)}\n`),
    async group(title, body) {
        issueCommand('group', (0,sanitize/* safe */.g)(title));
        try {
            return await body();
        }
        finally {
            issueCommand('endgroup', '');
        }
    },
};
// The runner shows ten annotations of a kind per step (actions/runner, `_maxCountPerIssueType`): nine of ours, and one that counts the rest.
const shownPerSeverity = 9;
/** Prints diagnostics as annotations at their file, line and column; what does not fit is counted in a last one and printed as log lines. */
function printDiagnostics(diagnostics) {
    for (const severity of ['error', 'warning', 'notice']) {
        const all = diagnostics.filter((diagnostic) => diagnostic.severity === severity);
        const fitting = all.length > shownPerSeverity + 1 ? shownPerSeverity : all.length;
        for (const diagnostic of all.slice(0, fitting))
            issueCommand(severity, textOf(diagnostic), placeOf(diagnostic));
        const rest = all.slice(fitting);
        if (rest.length === 0)
            continue;
        issueCommand(severity, `and ${rest.length} more ${severity}s, see the log`);
        for (const diagnostic of rest)
            runnerLog.info(`${severity}: ${prefixOf(diagnostic)}${diagnostic.message}`);
    }
}
function textOf({ message, hint }) {
    return hint === undefined ? (0,sanitize/* safe */.g)(message) : `${(0,sanitize/* safe */.g)(message)}\n${(0,sanitize/* safe */.g)(hint)}`;
}
function placeOf({ location }) {
    if (location === undefined)
        return {};
    return {
        file: (0,sanitize/* safe */.g)(location.file),
        ...(location.line !== undefined && { line: location.line }),
        ...(location.column !== undefined && { col: location.column }),
    };
}
function prefixOf({ location }) {
    if (location === undefined)
        return '';
    return `${[location.file, location.line, location.column].filter((part) => part !== undefined).join(':')}: `;
}

;// CONCATENATED MODULE: ./build/core/secrets.js
// Shorter values are not masked: they would blot out half of the log (platform rule: no mask under four characters).
const shortestMask = 4;
const shortestLine = 8;
/**
 * Everything that must be masked for one secret. The runner adds its own variants of each (base64 at three alignments, JSON, URI, XML: actions/runner,
 * ValueEncoders.cs); it does not know the armor inside a base64 secret, nor single lines of it, nor hexadecimal and base64url spellings.
 */
function maskVariants(secret) {
    const variants = new Set();
    for (const text of [secret, decodedArmor(secret)]) {
        if (text === undefined)
            continue;
        const bytes = Buffer.from(text);
        for (const variant of [text, text.trim(), bytes.toString('base64'), bytes.toString('base64url'), bytes.toString('hex')])
            variants.add(variant);
        for (const line of text.split(/\r?\n/))
            if (line.length >= shortestLine && !isArmorFrame(line))
                variants.add(line);
    }
    return [...variants].filter((variant) => variant.trim().length >= shortestMask);
}
/**
 * Takes a secret out of other people's texts, such as the answers of a server that it was sent to: every variant that is masked, and what JSON,
 * addresses and base64 of a longer text make of it. The runner hides those in a log, not in outputs and summaries.
 */
function redactor(secret) {
    const bytes = Buffer.from(secret);
    const wholeGroups = [0, 1, 2].map((shift) => bytes.subarray(shift, bytes.length - ((bytes.length - shift) % 3)).toString('base64'));
    const spellings = [...maskVariants(secret), ...wholeGroups, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
    const needles = [...new Set(spellings)].filter(({ length }) => length >= shortestLine).sort((a, b) => b.length - a.length);
    return (text) => needles.reduce((rest, needle) => rest.replaceAll(needle, '***'), text);
}
/** The armored key inside a secret that is base64 of it, a habit in CI. */
function decodedArmor(secret) {
    if (!/^[A-Za-z0-9+/=\s]+$/.test(secret))
        return undefined;
    const text = Buffer.from(secret, 'base64').toString('latin1');
    return text.includes('-----BEGIN PGP') ? text : undefined;
}
/** Header lines of an armor are no secret, and masking them would hide every public key too. */
function isArmorFrame(line) {
    return line.startsWith('-----') || /^[A-Z][A-Za-z]+: /.test(line);
}

;// CONCATENATED MODULE: ./build/core/action.js










/** Runs an action to its end: reads inputs, guards and masks secrets, and reports the outcome the way GitHub Actions expects it. */
async function runAction(specs, useCase, { secretVariables = [] } = {}) {
    const diagnostics = new core_diagnostics/* Diagnostics */.r();
    try {
        const inputs = readInputs(specs, process.env, diagnostics);
        const secrets = takeSecrets(secretVariables);
        const github = readGitHubContext(process.env);
        await guardSecrets(specs, inputs, { github, variables: Object.keys(secrets) });
        const workspace = await findWorkspace(process.env.GITHUB_WORKSPACE ?? process.cwd());
        const clock = (0,core_clock/* systemClock */.m)(process.env.SOURCE_DATE_EPOCH);
        const result = await useCase(inputs, {
            workspace,
            clock,
            log: runnerLog,
            diagnostics,
            github,
            environment: process.env,
            secrets,
            temporary: process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(),
            get cancelled() {
                return cancellation();
            },
            setOutput: setOutput,
            mask: (secret) => maskVariants(secret).forEach(maskValue),
        });
        for (const [name, value] of Object.entries(result.outputs))
            if (value !== undefined)
                setOutput(name, value);
        if (inputNamed(inputs, 'summary') !== false)
            addSummary(result.summary.toString());
        if (result.failure !== undefined)
            throw result.failure;
        printDiagnostics(diagnostics.all);
    }
    catch (error) {
        reportFailure(error, diagnostics);
    }
}
/** The workspace without links. */
async function findWorkspace(named) {
    try {
        return await (0,promises_.realpath)(named);
    }
    catch (error) {
        throw new errors/* ActionError */.lZ('not-found', `the workspace '${named}' (variable GITHUB_WORKSPACE) cannot be read: ${(0,errors/* systemCode */.xU)(error) ?? (0,errors/* messageOf */.bD)(error)}`, {
            cause: error,
            hint: 'Check the code out first, or start the run in the folder that holds the files.',
        });
    }
}
/** Masks every secret with its variants, then refuses to go on where outsiders decide what the run does. */
async function guardSecrets(specs, inputs, { github, variables }) {
    const names = Object.keys(specs).filter((name) => specs[name]?.type === 'secret');
    const secrets = names.map((name) => ({ name, value: inputNamed(inputs, name) }));
    for (const { value } of secrets)
        if (typeof value === 'string')
            maskVariants(value).forEach(maskValue);
    const inInputs = secrets.filter(({ value }) => value !== undefined && value !== '').map(({ name }) => `input '${name}'`);
    const given = [...inInputs, ...variables.map((name) => `variable '${name}'`)];
    if (given.length === 0 || inputNamed(inputs, 'allow-untrusted-trigger') === true)
        return;
    const reason = untrustedTrigger(github, await readEvent());
    if (reason === undefined)
        return;
    throw new errors/* ActionError */.lZ('unauthorized', `${given.join(', ')} is given, but ${reason}`, {
        hint: 'Release from a push, a tag or a manual run; or set "allow-untrusted-trigger: true" if you know that no outsider decides what is released.',
    });
}
/** Takes secrets out of the environment, so that no child inherits them, and masks them. */
function takeSecrets(variables) {
    const secrets = {};
    for (const variable of variables) {
        const value = process.env[variable];
        delete process.env[variable];
        if (value === undefined || value === '')
            continue;
        maskVariants(value).forEach(maskValue);
        secrets[variable] = value;
    }
    return secrets;
}
let cancelling;
/** The runner cancels by SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL (actions/runner, ProcessInvoker.cs). */
function cancellation() {
    if (cancelling === undefined) {
        const controller = new AbortController();
        const cancel = () => controller.abort(new errors/* ActionError */.lZ('timeout', 'the run was cancelled'));
        for (const signal of ['SIGINT', 'SIGTERM'])
            process.on(signal, cancel);
        cancelling = controller;
    }
    return cancelling.signal;
}
function inputNamed(inputs, name) {
    return Reflect.get(inputs, inputKey(name));
}
async function readEvent() {
    try {
        return JSON.parse(await (0,promises_.readFile)(process.env.GITHUB_EVENT_PATH ?? '', 'utf8'));
    }
    catch {
        // Without the event nothing shows that the head is ours: `untrustedTrigger` then refuses the events that may come from forks.
        return undefined;
    }
}
function reportFailure(error, diagnostics) {
    process.exitCode = 1;
    const foreseen = error instanceof errors/* ActionError */.lZ;
    const told = foreseen && error.diagnostics.length > 0;
    if (foreseen && !told)
        diagnostics.error(error.message, error.hint === undefined ? {} : { hint: error.hint });
    if (!foreseen) {
        diagnostics.error(`Unexpected failure: ${(0,errors/* messageOf */.bD)(error)}`, {
            hint: 'Please report it, with the log: https://github.com/outtray/outtray/issues',
        });
    }
    const unlisted = told ? error.diagnostics.filter((diagnostic) => !diagnostics.all.includes(diagnostic)) : [];
    printDiagnostics([...diagnostics.all, ...unlisted]);
    if (told)
        runnerLog.info(error.message);
    if (!foreseen && error instanceof Error)
        for (const line of (error.stack ?? '').split('\n'))
            runnerLog.info(line);
    for (let cause = causeOf(error); cause !== undefined; cause = causeOf(cause))
        runnerLog.info(`Caused by: ${(0,errors/* messageOf */.bD)(cause)}`);
}
function causeOf(error) {
    return error instanceof Error ? error.cause : undefined;
}


/***/ }),

/***/ 4396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  L: () => (/* binding */ isoTime),
  m: () => (/* binding */ systemClock)
});

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
// EXTERNAL MODULE: ./build/core/errors.js
var errors = __nccwpck_require__(2807);
;// CONCATENATED MODULE: ./build/core/clock.js


// 9999-12-31T23:59:59Z: years of five digits are spelt in another way.
const lastSecond = 253_402_300_799;
/**
 * The time that a run writes into what it makes. `SOURCE_DATE_EPOCH` (whole seconds) fixes it, so that the same input gives the same bytes
 * (https://reproducible-builds.org/specs/source-date-epoch/). Throws `invalid-input` when it is no such number; empty counts as not set.
 */
function systemClock(sourceDateEpoch) {
    const fixed = sourceDateEpoch === undefined || sourceDateEpoch === '' ? undefined : fixedTime(sourceDateEpoch);
    return {
        now: () => fixed ?? Date.now(),
        elapsed: () => performance.now(),
        async sleep(milliseconds, signal) {
            signal?.throwIfAborted();
            try {
                await (0,promises_namespaceObject.setTimeout)(milliseconds, undefined, { signal });
            }
            catch (error) {
                throw signal?.reason ?? error;
            }
        },
    };
}
function fixedTime(seconds) {
    if (/^\d{1,12}$/.test(seconds) && Number(seconds) <= lastSecond)
        return Number(seconds) * 1000;
    throw new errors/* ActionError */.lZ('invalid-input', `the variable SOURCE_DATE_EPOCH must be whole seconds since 1970, at most ${lastSecond}, got '${seconds}'`, {
        hint: 'Set it to the output of `git log -1 --format=%ct`, or leave it out.',
    });
}
/** A time as every file of ours spells it: ISO 8601, UTC, whole seconds, `2026-11-21T12:00:00Z`. */
function isoTime(milliseconds) {
    return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}


/***/ }),

/***/ 6450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ Diagnostics)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2807);

/** Collects everything that is wrong with the input, so that one run tells all of it before anything is written. */
class Diagnostics {
    #all = [];
    get all() {
        return this.#all;
    }
    get errors() {
        return this.#all.filter((diagnostic) => diagnostic.severity === 'error');
    }
    error(message, details = {}) {
        this.#all.push({ severity: 'error', message, ...details });
    }
    warning(message, details = {}) {
        this.#all.push({ severity: 'warning', message, ...details });
    }
    notice(message, details = {}) {
        this.#all.push({ severity: 'notice', message, ...details });
    }
    /** What `work` gives; a foreseen failure of it becomes one more mistake. */
    attempt(work) {
        try {
            return work();
        }
        catch (error) {
            this.#foreseen(error);
            return undefined;
        }
    }
    /** The same, of work that takes time. */
    async attemptLater(work) {
        try {
            return await work();
        }
        catch (error) {
            this.#foreseen(error);
            return undefined;
        }
    }
    /** Ends the run here when anything is wrong; every error becomes an annotation. */
    throwIfErrors() {
        const errors = this.errors;
        const [first] = errors;
        if (first === undefined)
            return;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('invalid-input', errors.length === 1 ? first.message : `${errors.length} mistakes in the input`, {
            diagnostics: errors,
        });
    }
    #foreseen(error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ))
            throw error;
        this.error(error.message, error.hint === undefined ? {} : { hint: error.hint });
    }
}


/***/ }),

/***/ 2807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   lZ: () => (/* binding */ ActionError),
/* harmony export */   xU: () => (/* binding */ systemCode)
/* harmony export */ });
/** A failure that we foresaw: it prints as one line and a hint, never as a stack. */
class ActionError extends Error {
    name = 'ActionError';
    code;
    hint;
    diagnostics;
    constructor(code, message, options = {}) {
        super(message, options);
        this.code = code;
        this.hint = options.hint;
        this.diagnostics = options.diagnostics ?? [];
    }
}
/** The message of anything that was thrown. */
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
/** Node's code of a failed system call (`ENOENT`, `EEXIST`, …), if it is one. */
function systemCode(error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}


/***/ }),

/***/ 2732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** The candidates most like `name`, best first, none that has less than about half of it in common: for "did you mean". */
function nearest(name, candidates, count = 3) {
    const wanted = simplify(name);
    return [...new Set(candidates)]
        .map((candidate) => ({ candidate, distance: distance(wanted, simplify(candidate)) }))
        .filter(({ candidate, distance }) => distance <= Math.max(2, Math.ceil(Math.max(name.length, candidate.length) * 0.45)))
        .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
        .slice(0, count)
        .map(({ candidate }) => candidate);
}
/** `vcsUrl`, `vcs-url` and `vcs_url` are one word to whoever mistypes them. Longer names are cut: the table is quadratic. */
function simplify(name) {
    return name.slice(0, 120).toLowerCase().replaceAll(/[-_ ]/g, '');
}
/** Levenshtein's distance: the fewest single characters to insert, delete or replace. */
function distance(a, b) {
    let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let row = 1; row <= a.length; row++) {
        const current = [row];
        for (let column = 1; column <= b.length; column++) {
            const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
            current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
        }
        previous = current;
    }
    return previous[b.length] ?? 0;
}


/***/ }),

/***/ 9507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ visible),
/* harmony export */   g: () => (/* binding */ safe)
/* harmony export */ });
// Control characters, line and paragraph separators, and bidirectional controls: they break lines, colour terminals and reorder text.
const unsafe = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
const named = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
/** Spells control and direction characters out, so that text from outside stays on one line and reads as it is. */
function visible(text) {
    return text.replace(unsafe, (character) => named[character] ?? `\\u{${character.charCodeAt(0).toString(16)}}`);
}
/**
 * Makes text from outside safe to print in a log: the runner obeys `##[command]` anywhere in a line and `::command::` at its start
 * (actions/runner, ActionCommand.cs), so a zero-width space parts their characters.
 */
function safe(text) {
    return visible(text)
        .replaceAll('##[', '##\u200b[')
        .replace(/^(\s*):(?=:)/, '$1:\u200b');
}


/***/ }),

/***/ 2237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ attributeTypes)
/* harmony export */ });
/** The types that Bintray's attributes had (reference: Bintray REST API 2018, "Attributes"); `version` behaves as `string`. */
const attributeTypes = ['string', 'number', 'boolean', 'date', 'version'];


/***/ }),

/***/ 3562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ definedOnly)
/* harmony export */ });
/** The object without its undefined fields, so that what is absent is absent in records too. */
function definedOnly(fields) {
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}


/***/ }),

/***/ 9445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ checkAttribute)
/* harmony export */ });
/* harmony import */ var _core_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2732);
/* harmony import */ var _attributes_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2237);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5191);



const fits = {
    string: (value) => typeof value === 'string',
    version: (value) => typeof value === 'string',
    number: (value) => typeof value === 'number' && Number.isFinite(value),
    boolean: (value) => typeof value === 'boolean',
    date: (value) => typeof value === 'string' && (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isDate */ .$P)(value),
};
/** The order in which a type that is not written is looked for among the values (Bintray REST API, "Attributes"). */
const inferred = ['number', 'boolean', 'date', 'string'];
/** Checks that all values are of the attribute's type, which is inferred when it is not written. Undefined after an error, or without values. */
function checkAttribute(written, diagnostics) {
    const { name, values } = written;
    const [first] = values;
    if (first === undefined)
        return undefined;
    const type = written.type === undefined
        ? inferred.find((candidate) => values.every(({ value }) => fits[candidate](value)))
        : typeNamed(written.type.text);
    if (type === undefined) {
        if (written.type === undefined) {
            const odd = values.find(({ value }) => typeof value !== typeof first.value) ?? first;
            diagnostics.error(`The attribute ${name} has values of different types`, {
                location: odd.location,
                hint: 'All values of an attribute are of one type.',
            });
        }
        else {
            const { text, location } = written.type;
            const like = (0,_core_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(text, _attributes_js__WEBPACK_IMPORTED_MODULE_2__/* .attributeTypes */ .s, 1).map((one) => ` Nearest: ${one}.`);
            diagnostics.error(`The attribute ${name} has the type ${text}, which there is not`, {
                location,
                hint: `The types are ${_attributes_js__WEBPACK_IMPORTED_MODULE_2__/* .attributeTypes */ .s.join(', ')}.${like}`,
            });
        }
        return undefined;
    }
    const wrong = values.filter(({ value }) => !fits[type](value));
    for (const { value, location } of wrong) {
        diagnostics.error(`The attribute ${name} is of type ${type}, and ${JSON.stringify(value)} is none`, { location, hint: hints[type] });
    }
    return wrong.length > 0 ? undefined : { name, type, values: values.map(({ value }) => value) };
}
const hints = {
    string: 'Put the value into double quotes.',
    version: 'Put the value into double quotes.',
    number: 'Write a number without quotes, or another type.',
    boolean: 'Write true or false without quotes, or another type.',
    date: 'Write 2026-11-21 or 2026-11-21T12:00:00+0100, or another type.',
};
/** Bintray's clients wrote types in any case: `Boolean`, `STRING`. */
function typeNamed(text) {
    return _attributes_js__WEBPACK_IMPORTED_MODULE_2__/* .attributeTypes */ .s.find((type) => type === text.toLowerCase());
}


/***/ }),

/***/ 4018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   SG: () => (/* binding */ fillVersion),
/* harmony export */   ny: () => (/* binding */ versionToFill)
/* harmony export */ });
/* unused harmony exports placeholdersIn, isVersionPlaceholder */
/**
 * The kinds that were seen in real descriptors, each with one group, the name. None of them is met by `$1` … `$9` of upload patterns, by `$` in a
 * regular expression, by addresses such as `me@example.org`, or by `C++`.
 */
const kinds = [
    /\$\{([^{}]*)\}/,
    /\$[A-Z]+\{([^{}]*)\}/,
    /\$([A-Za-z_]\w+)\$?/,
    /\{\{([^{}]*)\}\}/,
    /(?<!\\[pPx]|\$)\{([A-Za-z_][\w.-]*)\}/,
    /@([A-Za-z][\w.-]*)@/,
    /(?<![\w.])@([A-Z][A-Z0-9_]+)(?!\w)/,
    /__([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)__/,
    /(?<![A-Za-z0-9_])_([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)_(?![A-Za-z0-9_])/,
    /(?<!\?P?)<([A-Z][A-Z0-9_]*)>/,
    /###\s*(\w+)\s*###/,
    /#\[([A-Za-z_]\w*)\]/,
];
const anyKind = new RegExp(kinds.map((kind) => `(?:${kind.source})`).join('|'), 'g');
/** Longest value that is searched; a description may be longer, and then its beginning has to do. */
const searched = 10_000;
/** All placeholders of a value, in order. */
function placeholdersIn(value) {
    return [...value.slice(0, searched).matchAll(anyKind)].map((match) => {
        const name = match.slice(1).find((group) => group !== undefined) ?? '';
        return { text: match[0], name: name.trim(), offset: match.index };
    });
}
/** True for a placeholder that is exactly the version: the one kind worth filling in, when the caller knows the version. */
function isVersionPlaceholder(placeholder) {
    return /^(?:project\.)?version$/i.test(placeholder.name);
}
/** The version that placeholders stand for: the input's, else what the descriptor itself names without one, else the tag's. */
function versionToFill({ known, versionOfTag }, own) {
    const named = own.version !== undefined && own.version !== '' && placeholdersIn(own.version).length === 0 ? own.version : undefined;
    return known?.version ?? named ?? versionOfTag?.(own.tagPattern);
}
/** The value with every placeholder of the version replaced, and the placeholders that are left. */
function fillVersion(value, version) {
    const found = placeholdersIn(value);
    if (version === undefined)
        return { text: value, left: found };
    let text = '';
    let end = 0;
    for (const placeholder of found.filter(isVersionPlaceholder)) {
        text += value.slice(end, placeholder.offset) + version;
        end = placeholder.offset + placeholder.text.length;
    }
    return { text: text + value.slice(end), left: found.filter((placeholder) => !isVersionPlaceholder(placeholder)) };
}


/***/ }),

/***/ 5191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  $P: () => (/* binding */ isDate),
  cn: () => (/* binding */ noticeMovingName),
  h2: () => (/* binding */ readDate),
  aP: () => (/* binding */ readGithubRepository),
  fe: () => (/* binding */ readLicenseName),
  wo: () => (/* binding */ readUrl)
});

;// CONCATENATED MODULE: ./build/model/spdx-ids.js
/**
 * Every licence id of the SPDX License List, retired ones (`GPL-3.0`) among them, separated by blanks.
 * Source: https://spdx.org/licenses/, as in version 3.0.23 of the npm package spdx-license-ids (CC0-1.0).
 */
const spdxIds = `
0BSD 3D-Slicer-1.0 AAL Abstyles AdaCore-doc Adobe-2006 Adobe-Display-PostScript Adobe-Glyph Adobe-Utopia ADSL
Advanced-Cryptics-Dictionary AFL-1.1 AFL-1.2 AFL-2.0 AFL-2.1 AFL-3.0 Afmparse AGPL-1.0 AGPL-1.0-only AGPL-1.0-or-later AGPL-3.0
AGPL-3.0-only AGPL-3.0-or-later Aladdin ALGLIB-Documentation AMD-newlib AMDPLPA AML AML-glslang AMPAS ANTLR-PD ANTLR-PD-fallback any-OSI
any-OSI-perl-modules Apache-1.0 Apache-1.1 Apache-2.0 APAFML APL-1.0 App-s2p APSL-1.0 APSL-1.1 APSL-1.2 APSL-2.0 Arphic-1999
Artistic-1.0 Artistic-1.0-cl8 Artistic-1.0-Perl Artistic-2.0 Artistic-dist Aspell-RU ASWF-Digital-Assets-1.0 ASWF-Digital-Assets-1.1
Baekmuk Bahyph Barr bcrypt-Solar-Designer Beerware Bitstream-Charter Bitstream-Vera BitTorrent-1.0 BitTorrent-1.1 blessing BlueOak-1.0.0
Boehm-GC Boehm-GC-without-fee BOLA-1.1 Borceux Brian-Gladman-2-Clause Brian-Gladman-3-Clause BSD-1-Clause BSD-2-Clause
BSD-2-Clause-Darwin BSD-2-Clause-first-lines BSD-2-Clause-FreeBSD BSD-2-Clause-NetBSD BSD-2-Clause-Patent
BSD-2-Clause-pkgconf-disclaimer BSD-2-Clause-Views BSD-3-Clause BSD-3-Clause-acpica BSD-3-Clause-Attribution BSD-3-Clause-Clear
BSD-3-Clause-flex BSD-3-Clause-HP BSD-3-Clause-LBNL BSD-3-Clause-Modification BSD-3-Clause-No-Military-License
BSD-3-Clause-No-Nuclear-License BSD-3-Clause-No-Nuclear-License-2014 BSD-3-Clause-No-Nuclear-Warranty BSD-3-Clause-Open-MPI
BSD-3-Clause-Sun BSD-3-Clause-Tso BSD-4-Clause BSD-4-Clause-Shortened BSD-4-Clause-UC BSD-4.3RENO BSD-4.3TAHOE
BSD-Advertising-Acknowledgement BSD-Attribution-HPND-disclaimer BSD-Inferno-Nettverk BSD-Mark-Modifications BSD-Protection
BSD-Source-beginning-file BSD-Source-Code BSD-Systemics BSD-Systemics-W3Works BSL-1.0 Buddy BUSL-1.1 bzip2-1.0.5 bzip2-1.0.6 C-UDA-1.0
CAL-1.0 CAL-1.0-Combined-Work-Exception Caldera Caldera-no-preamble CAPEC-tou Catharon CATOSL-1.1 CC-BY-1.0 CC-BY-2.0 CC-BY-2.5
CC-BY-2.5-AU CC-BY-3.0 CC-BY-3.0-AT CC-BY-3.0-AU CC-BY-3.0-DE CC-BY-3.0-IGO CC-BY-3.0-NL CC-BY-3.0-US CC-BY-4.0 CC-BY-NC-1.0
CC-BY-NC-2.0 CC-BY-NC-2.5 CC-BY-NC-3.0 CC-BY-NC-3.0-DE CC-BY-NC-4.0 CC-BY-NC-ND-1.0 CC-BY-NC-ND-2.0 CC-BY-NC-ND-2.5 CC-BY-NC-ND-3.0
CC-BY-NC-ND-3.0-DE CC-BY-NC-ND-3.0-IGO CC-BY-NC-ND-4.0 CC-BY-NC-SA-1.0 CC-BY-NC-SA-2.0 CC-BY-NC-SA-2.0-DE CC-BY-NC-SA-2.0-FR
CC-BY-NC-SA-2.0-UK CC-BY-NC-SA-2.5 CC-BY-NC-SA-3.0 CC-BY-NC-SA-3.0-DE CC-BY-NC-SA-3.0-IGO CC-BY-NC-SA-4.0 CC-BY-ND-1.0 CC-BY-ND-2.0
CC-BY-ND-2.5 CC-BY-ND-3.0 CC-BY-ND-3.0-DE CC-BY-ND-4.0 CC-BY-SA-1.0 CC-BY-SA-2.0 CC-BY-SA-2.0-UK CC-BY-SA-2.1-JP CC-BY-SA-2.5
CC-BY-SA-3.0 CC-BY-SA-3.0-AT CC-BY-SA-3.0-DE CC-BY-SA-3.0-IGO CC-BY-SA-4.0 CC-PDDC CC-PDM-1.0 CC-SA-1.0 CC0-1.0 CDDL-1.0 CDDL-1.1
CDL-1.0 CDLA-Permissive-1.0 CDLA-Permissive-2.0 CDLA-Sharing-1.0 CECILL-1.0 CECILL-1.1 CECILL-2.0 CECILL-2.1 CECILL-B CECILL-C
CERN-OHL-1.1 CERN-OHL-1.2 CERN-OHL-P-2.0 CERN-OHL-S-2.0 CERN-OHL-W-2.0 CFITSIO check-cvs checkmk ClArtistic Clips CMU-Mach
CMU-Mach-nodoc CNRI-Jython CNRI-Python CNRI-Python-GPL-Compatible COIL-1.0 Community-Spec-1.0 Condor-1.1 copyleft-next-0.3.0
copyleft-next-0.3.1 Cornell-Lossless-JPEG CPAL-1.0 CPL-1.0 CPOL-1.02 Cronyx Crossword CryptoSwift CrystalStacker CUA-OPL-1.0 Cube curl
cve-tou D-FSL-1.0 DEC-3-Clause diffmark DL-DE-BY-2.0 DL-DE-ZERO-2.0 DOC DocBook-DTD DocBook-Schema DocBook-Stylesheet DocBook-XML
Dotseqn DRL-1.0 DRL-1.1 DSDP dtoa dvipdfm ECL-1.0 ECL-2.0 eCos-2.0 EFL-1.0 EFL-2.0 eGenix Elastic-2.0 Entessa EPICS EPL-1.0 EPL-2.0
ErlPL-1.1 ESA-PL-permissive-2.4 ESA-PL-strong-copyleft-2.4 ESA-PL-weak-copyleft-2.4 etalab-2.0 EUDatagrid EUPL-1.0 EUPL-1.1 EUPL-1.2
Eurosym Fair FBM FDK-AAC Ferguson-Twofish Frameworx-1.0 FreeBSD-DOC FreeImage FSFAP FSFAP-no-warranty-disclaimer FSFUL FSFULLR FSFULLRSD
FSFULLRWD FSL-1.1-ALv2 FSL-1.1-MIT FTL Furuseth fwlw Game-Programming-Gems GCR-docs GD generic-xts GFDL-1.1 GFDL-1.1-invariants-only
GFDL-1.1-invariants-or-later GFDL-1.1-no-invariants-only GFDL-1.1-no-invariants-or-later GFDL-1.1-only GFDL-1.1-or-later GFDL-1.2
GFDL-1.2-invariants-only GFDL-1.2-invariants-or-later GFDL-1.2-no-invariants-only GFDL-1.2-no-invariants-or-later GFDL-1.2-only
GFDL-1.2-or-later GFDL-1.3 GFDL-1.3-invariants-only GFDL-1.3-invariants-or-later GFDL-1.3-no-invariants-only
GFDL-1.3-no-invariants-or-later GFDL-1.3-only GFDL-1.3-or-later Giftware GL2PS Glide Glulxe GLWTPL gnuplot GPL-1.0 GPL-1.0-only
GPL-1.0-or-later GPL-2.0 GPL-2.0-only GPL-2.0-or-later GPL-2.0-with-autoconf-exception GPL-2.0-with-bison-exception
GPL-2.0-with-classpath-exception GPL-2.0-with-font-exception GPL-2.0-with-GCC-exception GPL-3.0 GPL-3.0-only GPL-3.0-or-later
GPL-3.0-with-autoconf-exception GPL-3.0-with-GCC-exception Graphics-Gems gSOAP-1.3b gtkbook Gutmann HaskellReport HDF5 hdparm HIDAPI
Hippocratic-2.1 HP-1986 HP-1989 HPND HPND-DEC HPND-doc HPND-doc-sell HPND-export-US HPND-export-US-acknowledgement HPND-export-US-modify
HPND-export2-US HPND-Fenneberg-Livingston HPND-INRIA-IMAG HPND-Intel HPND-Kevlin-Henney HPND-Markus-Kuhn HPND-merchantability-variant
HPND-MIT-disclaimer HPND-Netrek HPND-Pbmplus HPND-sell-MIT-disclaimer-xserver HPND-sell-regexpr HPND-sell-variant
HPND-sell-variant-critical-systems HPND-sell-variant-MIT-disclaimer HPND-sell-variant-MIT-disclaimer-rev HPND-SMC HPND-UC
HPND-UC-export-US HTMLTIDY hyphen-bulgarian IBM-pibs ICU IEC-Code-Components-EULA IJG IJG-short ImageMagick iMatix Imlib2 Info-ZIP
Inner-Net-2.0 InnoSetup Intel Intel-ACPI Interbase-1.0 IPA IPL-1.0 ISC ISC-Veillard ISO-permission Jam JasPer-2.0 jove JPL-image JPNIC
JSON Kastrup Kazlib Knuth-CTAN LAL-1.2 LAL-1.3 Latex2e Latex2e-translated-notice Leptonica LGPL-2.0 LGPL-2.0-only LGPL-2.0-or-later
LGPL-2.1 LGPL-2.1-only LGPL-2.1-or-later LGPL-3.0 LGPL-3.0-only LGPL-3.0-or-later LGPLLR Libpng libpng-1.6.35 libpng-2.0 libselinux-1.0
libtiff libutil-David-Nugent LiLiQ-P-1.1 LiLiQ-R-1.1 LiLiQ-Rplus-1.1 Linux-man-pages-1-para Linux-man-pages-copyleft
Linux-man-pages-copyleft-2-para Linux-man-pages-copyleft-var Linux-OpenIB LOOP LPD-document LPL-1.0 LPL-1.02 LPPL-1.0 LPPL-1.1 LPPL-1.2
LPPL-1.3a LPPL-1.3c lsof Lucida-Bitmap-Fonts LZMA-SDK-9.11-to-9.20 LZMA-SDK-9.22 Mackerras-3-Clause Mackerras-3-Clause-acknowledgment
magaz mailprio MakeIndex man2html Martin-Birgmeier McPhee-slideshow metamail Minpack MIPS MirOS MIT MIT-0 MIT-advertising MIT-Click
MIT-CMU MIT-enna MIT-feh MIT-Festival MIT-Khronos-old MIT-Modern-Variant MIT-open-group MIT-STK MIT-testregex MIT-Wu MITNFA MMIXware
MMPL-1.0.1 Motosoto MPEG-SSG mpi-permissive mpich2 MPL-1.0 MPL-1.1 MPL-2.0 MPL-2.0-no-copyleft-exception mplus MS-LPL MS-PL MS-RL MTLL
MulanPSL-1.0 MulanPSL-2.0 Multics Mup NAIST-2003 NASA-1.3 Naumen NBPL-1.0 NCBI-PD NCGL-UK-2.0 NCL NCSA Net-SNMP NetCDF Newsletr NGPL
ngrep NICTA-1.0 NIST-PD NIST-PD-fallback NIST-PD-TNT NIST-Software NLOD-1.0 NLOD-2.0 NLPL Nokia NOSL Noweb NPL-1.0 NPL-1.1 NPOSL-3.0 NRL
NTIA-PD NTP NTP-0 Nunit O-UDA-1.0 OAR OCCT-PL OCLC-2.0 ODbL-1.0 ODC-By-1.0 OFFIS OFL-1.0 OFL-1.0-no-RFN OFL-1.0-RFN OFL-1.1
OFL-1.1-no-RFN OFL-1.1-RFN OGC-1.0 OGDL-Taiwan-1.0 OGL-Canada-2.0 OGL-UK-1.0 OGL-UK-2.0 OGL-UK-3.0 OGTSL OLDAP-1.1 OLDAP-1.2 OLDAP-1.3
OLDAP-1.4 OLDAP-2.0 OLDAP-2.0.1 OLDAP-2.1 OLDAP-2.2 OLDAP-2.2.1 OLDAP-2.2.2 OLDAP-2.3 OLDAP-2.4 OLDAP-2.5 OLDAP-2.6 OLDAP-2.7 OLDAP-2.8
OLFL-1.3 OML OpenMDW-1.0 OpenPBS-2.3 OpenSSL OpenSSL-standalone OpenVision OPL-1.0 OPL-UK-3.0 OPUBL-1.0 OSC-1.0 OSET-PL-2.1 OSL-1.0
OSL-1.1 OSL-2.0 OSL-2.1 OSL-3.0 OSSP PADL ParaType-Free-Font-1.3 Parity-6.0.0 Parity-7.0.0 PDDL-1.0 PHP-3.0 PHP-3.01 Pixar pkgconf
Plexus pnmstitch PolyForm-Noncommercial-1.0.0 PolyForm-Small-Business-1.0.0 PostgreSQL PPL PSF-2.0 psfrag psutils Python-2.0
Python-2.0.1 python-ldap Qhull QPL-1.0 QPL-1.0-INRIA-2004 radvd Rdisc RHeCos-1.1 RPL-1.1 RPL-1.5 RPSL-1.0 RSA-MD RSCPL Ruby Ruby-pty
SAX-PD SAX-PD-2.0 Saxpath SCEA SchemeReport Sendmail Sendmail-8.23 Sendmail-Open-Source-1.1 SGI-B-1.0 SGI-B-1.1 SGI-B-2.0 SGI-OpenGL
SGMLUG-PM SGP4 SHL-0.5 SHL-0.51 SimPL-2.0 SISSL SISSL-1.2 SL Sleepycat SMAIL-GPL SMLNJ SMPPL SNIA snprintf SOFA softSurfer Soundex
Spencer-86 Spencer-94 Spencer-99 SPL-1.0 ssh-keyscan SSH-OpenSSH SSH-short SSLeay-standalone SSPL-1.0 StandardML-NJ SugarCRM-1.1.3
SUL-1.0 Sun-PPP Sun-PPP-2000 SunPro SWL swrule Symlinks TAPR-OHL-1.0 TCL TCP-wrappers TekHVC TermReadKey TGPPL-1.0 ThirdEye
threeparttable TMate TORQUE-1.1 TOSL TPDL TPL-1.0 TrustedQSL TTWL TTYP0 TU-Berlin-1.0 TU-Berlin-2.0 Ubuntu-font-1.0 UCAR UCL-1.0 ulem
UMich-Merit Unicode-3.0 Unicode-DFS-2015 Unicode-DFS-2016 Unicode-TOU UnixCrypt Unlicense Unlicense-libtelnet Unlicense-libwhirlpool
UnRAR UPL-1.0 URT-RLE Vim Vixie-Cron VOSTROM VSL-1.0 W3C W3C-19980720 W3C-20150513 w3m Watcom-1.0 Widget-Workshop WordNet Wsuipa
WTFNMFPL WTFPL wwl wxWindows X11 X11-distribute-modifications-variant X11-no-permit-persons X11-swapped Xdebug-1.03 Xerox Xfig
XFree86-1.1 xinetd xkeyboard-config-Zinoviev xlock Xnet xpp XSkat xzoom YPL-1.0 YPL-1.1 Zed Zeeff Zend-2.0 Zimbra-1.3 Zimbra-1.4 Zlib
zlib-acknowledgement ZPL-1.1 ZPL-2.0 ZPL-2.1
`;

;// CONCATENATED MODULE: ./build/model/licenses.js

const ids = new Map(spdxIds
    .trim()
    .split(/\s+/)
    .map((id) => [id.toLowerCase(), id]));
/** Names that were common on Bintray and in POMs, reduced by `reduce`; the GNU licences are recognised by their parts. */
const otherNames = new Map([
    ['apache2', 'Apache-2.0'],
    ['apache2.0', 'Apache-2.0'],
    ['apachev2', 'Apache-2.0'],
    ['apachev2.0', 'Apache-2.0'],
    ['apachesoftware2.0', 'Apache-2.0'],
    ['asl2', 'Apache-2.0'],
    ['asl2.0', 'Apache-2.0'],
    ['bsd2', 'BSD-2-Clause'],
    ['bsd2clause', 'BSD-2-Clause'],
    ['bsdsimplified', 'BSD-2-Clause'],
    ['simplifiedbsd', 'BSD-2-Clause'],
    ['bsd3', 'BSD-3-Clause'],
    ['bsd3clause', 'BSD-3-Clause'],
    ['bsdnew', 'BSD-3-Clause'],
    ['newbsd', 'BSD-3-Clause'],
    ['boost', 'BSL-1.0'],
    ['boostsoftware1.0', 'BSL-1.0'],
    ['cc0', 'CC0-1.0'],
    ['eclipsepublic1.0', 'EPL-1.0'],
    ['eclipsepublic2.0', 'EPL-2.0'],
    ['epl1', 'EPL-1.0'],
    ['epl2', 'EPL-2.0'],
    ['eplv1.0', 'EPL-1.0'],
    ['eplv2.0', 'EPL-2.0'],
    ['mitx11', 'MIT'],
    ['mozillapublic2.0', 'MPL-2.0'],
    ['mpl2', 'MPL-2.0'],
    ['mplv2', 'MPL-2.0'],
    ['mplv2.0', 'MPL-2.0'],
]);
/** The SPDX spelling of a licence name as publishers wrote it: Bintray's names were those of 2014 and its own. Never fails. */
function readLicense(name) {
    const text = name.trim();
    const known = ids.get(text.toLowerCase());
    const current = known === undefined ? gnuName(text) : gnuName(known);
    if (current !== undefined && current !== known)
        return { license: current, change: 'renamed' };
    if (known !== undefined)
        return { license: known, change: known === text ? 'none' : 'renamed' };
    if (/^LicenseRef-[A-Za-z0-9.-]+$/.test(text) || isExpression(text))
        return { license: text, change: 'none' };
    const other = otherNames.get(reduce(text)) ?? ids.get(reduce(text));
    if (other !== undefined)
        return { license: other, change: 'renamed' };
    return { license: `LicenseRef-${text.replaceAll(/[^A-Za-z0-9.]+/g, '-').replaceAll(/^-+|-+$/g, '') || 'unnamed'}`, change: 'unknown' };
}
/** `GPL-3.0`, `GPLv3`, `LGPL 2.1+`, `AGPL-V3` and the like: SPDX retired the short ids, which do not say whether later versions count. */
function gnuName(text) {
    const parts = /^(A|L)?GPL[- ]?v?(\d)(\.\d)?(\+|-or-later| or later)?(-only)?$/i.exec(text);
    if (parts === null)
        return undefined;
    const [, prefix = '', major = '', minor = '.0', later] = parts;
    const id = `${prefix.toUpperCase()}GPL-${major}${minor}-${later === undefined ? 'only' : 'or-later'}`;
    return ids.has(id.toLowerCase()) ? id : undefined;
}
/** True for an SPDX expression such as `MIT OR (Apache-2.0 AND BSD-3-Clause)` of known ids; what follows WITH is an exception's id. */
function isExpression(text) {
    if (!/ (?:AND|OR|WITH) /.test(text))
        return false;
    const tokens = text.replaceAll(/[()]/g, ' ').trim().split(/\s+/);
    return tokens.every((token, index) => {
        if (index % 2 === 1)
            return token === 'AND' || token === 'OR' || token === 'WITH';
        return tokens[index - 1] === 'WITH' || ids.has(token.replace(/\+$/, '').toLowerCase()) || token.startsWith('LicenseRef-');
    });
}
function reduce(text) {
    return text
        .toLowerCase()
        .replaceAll(/\b(?:the|licen[cs]e|version)\b/g, '')
        .replaceAll(/[^a-z0-9.]/g, '');
}

;// CONCATENATED MODULE: ./build/model/descriptor/values.js

const scheme = /^[a-z][a-z0-9+.-]*:\/\//i;
/** `git@github.com:owner/name.git`: what ssh and git take, and no URL. */
const scpAddress = /^[\w.-]+@[\w.-]+:[^\s]+$/;
const datePattern = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:Z|[+-](\d\d)(?::?(\d\d))?)?)?$/;
/** A web address, or with `vcs` that of a repository. One without a scheme gets `https://` and a notice; undefined after an error. */
function readUrl(value, kind, diagnostics) {
    const { name, location } = value;
    const text = value.text.trim();
    const refuse = (why, hint) => diagnostics.error(`${name} ${why}: ${text}`, { location, hint });
    if (/\s/.test(text))
        return void refuse('holds a blank', 'Remove the blank; addresses have none.');
    if (kind === 'vcs' && (scpAddress.test(text) || text.startsWith('scm:')))
        return text;
    const url = scheme.test(text) ? text : `https://${text}`;
    const parsed = URL.canParse(url) ? new URL(url) : undefined;
    if (parsed === undefined)
        return void refuse('is no address', 'An address looks like https://example.org/path.');
    if (parsed.password !== '')
        return void diagnostics.error(`${name} holds a password, which would be published`, { location, hint: 'Remove it, and revoke it.' });
    if (kind === 'web' && !/^https?:$/.test(parsed.protocol))
        return void refuse('is no web address', 'It begins with https://.');
    if (url !== text)
        diagnostics.notice(`${name} has no scheme; taken as ${url}`, { location, hint: 'Write https:// before it.' });
    return url;
}
/** True for `2026-11-21` and ISO 8601 date-times of a day that exists; the offset may lack its colon (`+0100`). */
function isDate(text) {
    const parts = datePattern.exec(text);
    if (parts === null)
        return false;
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, offsetHour = 0, offsetMinute = 0] = parts
        .slice(1)
        .map((part) => Number(part ?? 0));
    if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate())
        return false;
    return hour < 24 && minute < 60 && second <= 60 && offsetHour < 24 && offsetMinute < 60;
}
/** A date as it was written; undefined after an error. */
function readDate(value, diagnostics) {
    const text = value.text.trim();
    if (isDate(text))
        return text;
    diagnostics.error(`${value.name} is no date: ${text}`, { location: value.location, hint: 'Write 2026-11-21, or 2026-11-21T12:00:00Z.' });
    return undefined;
}
/** A licence by its SPDX name. */
function readLicenseName(value, diagnostics) {
    const { license, change } = readLicense(value.text);
    const { location } = value;
    if (change === 'renamed')
        diagnostics.notice(`${value.name}: ${value.text} is ${license} in SPDX`, { location });
    if (change === 'unknown') {
        diagnostics.warning(`${value.name}: SPDX knows no licence ${value.text}; recorded as ${license}`, {
            location,
            hint: 'See https://spdx.org/licenses/ for the names.',
        });
    }
    return license;
}
/** `owner/name` on GitHub, also from the address of the repository; undefined after an error. */
function readGithubRepository(value, diagnostics) {
    const text = value.text
        .trim()
        .replace(/^https?:\/\/github\.com\//, '')
        .replace(/(?:\.git|\/)$/, '');
    if (/^[\w.-]+\/[\w.-]+$/.test(text))
        return text;
    diagnostics.error(`${value.name} is no repository of GitHub: ${value.text}`, { location: value.location, hint: 'Write owner/name.' });
    return undefined;
}
const movingNames = /^(?:latest|newest|current|stable|unstable|edge|master|main|trunk|head|develop|dev|devel|nightly|daily|weekly|continuous|snapshot|ci|test|testing)$/i;
/** Tells when a version's name is one that moves on: its files would have to be replaced again and again. */
function noticeMovingName(value, diagnostics) {
    if (!movingNames.test(value.text))
        return;
    diagnostics.notice(`${value.text} is a moving name: a published file is replaced only with \`override: true\`, and only within \`update-window-days\``, {
        location: value.location,
        hint: 'Give every version a name of its own.',
    });
}


/***/ }),

/***/ 1773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ repositoryTypes)
/* harmony export */ });
const repositoryTypes = ['maven', 'generic'];


/***/ }),

/***/ 7934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BpQ: () => (/* binding */ minLength),
/* harmony export */   BuJ: () => (/* binding */ getDotPath),
/* harmony export */   FsL: () => (/* binding */ pipe),
/* harmony export */   KCZ: () => (/* binding */ union),
/* harmony export */   KIO: () => (/* binding */ picklist),
/* harmony export */   Ru6: () => (/* binding */ maxLength),
/* harmony export */   Wwf: () => (/* binding */ minValue),
/* harmony export */   YOg: () => (/* binding */ array),
/* harmony export */   YjP: () => (/* binding */ string),
/* harmony export */   aig: () => (/* binding */ number),
/* harmony export */   euz: () => (/* binding */ literal),
/* harmony export */   hq: () => (/* binding */ nonEmpty),
/* harmony export */   lqM: () => (/* binding */ optional),
/* harmony export */   ndf: () => (/* binding */ integer),
/* harmony export */   rej: () => (/* binding */ strictObject),
/* harmony export */   xLC: () => (/* binding */ safeParse),
/* harmony export */   yGV: () => (/* binding */ regex),
/* harmony export */   zMY: () => (/* binding */ boolean)
/* harmony export */ });
/* unused harmony exports BASE64_REGEX, BIC_REGEX, CUID2_REGEX, DECIMAL_REGEX, DIGITS_REGEX, DOMAIN_REGEX, EMAIL_REGEX, EMOJI_REGEX, HEXADECIMAL_REGEX, HEX_COLOR_REGEX, IMEI_REGEX, IPV4_REGEX, IPV6_REGEX, IP_REGEX, ISO_DATE_REGEX, ISO_DATE_TIME_REGEX, ISO_DATE_TIME_SECOND_REGEX, ISO_TIMESTAMP_REGEX, ISO_TIME_REGEX, ISO_TIME_SECOND_REGEX, ISO_WEEK_REGEX, ISRC_REGEX, JWS_COMPACT_REGEX, KSUID_REGEX, MAC48_REGEX, MAC64_REGEX, MAC_REGEX, NANO_ID_REGEX, OCTAL_REGEX, RFC_EMAIL_REGEX, SLUG_REGEX, ULID_REGEX, UUID_REGEX, ValiError, _addIssue, _cloneDataset, _formatCase, _getByteCount, _getCodePointCount, _getGraphemeCount, _getLastMetadata, _getWordCount, _isLuhnAlgo, _isSameValueZero, _isValidObjectKey, _isValueMatch, _joinExpects, _standardSchema, _stringify, any, args, argsAsync, arrayAsync, assert, awaitAsync, base64, bic, bigint, blob, brand, bytes, cache, cacheAsync, check, checkAsync, checkItems, checkItemsAsync, codePoints, config, creditCard, cuid2, custom, customAsync, date, decimal, deleteGlobalConfig, deleteGlobalMessage, deleteSchemaMessage, deleteSpecificMessage, description, digits, domain, email, emoji, empty, endsWith, entries, entriesFromList, entriesFromObjects, enum, enum_, everyItem, exactOptional, exactOptionalAsync, examples, excludes, fallback, fallbackAsync, file, filterItems, findItem, finite, flatten, flavor, forward, forwardAsync, function, function_, getDefault, getDefaults, getDefaultsAsync, getDescription, getExamples, getFallback, getFallbacks, getFallbacksAsync, getGlobalConfig, getGlobalMessage, getMetadata, getSchemaMessage, getSpecificMessage, getTitle, graphemes, gtValue, guard, hash, hexColor, hexadecimal, imei, includes, instance, intersect, intersectAsync, ip, ipv4, ipv6, is, isOfKind, isOfType, isValiError, isbn, isoDate, isoDateTime, isoDateTimeSecond, isoTime, isoTimeSecond, isoTimestamp, isoWeek, isrc, jwsCompact, keyof, ksuid, lazy, lazyAsync, length, looseObject, looseObjectAsync, looseTuple, looseTupleAsync, ltValue, mac, mac48, mac64, map, mapAsync, mapItems, maxBytes, maxCodePoints, maxEntries, maxGraphemes, maxSize, maxValue, maxWords, message, metadata, mimeType, minBytes, minCodePoints, minEntries, minGraphemes, minSize, minWords, multipleOf, nan, nanoid, never, nonNullable, nonNullableAsync, nonNullish, nonNullishAsync, nonOptional, nonOptionalAsync, normalize, notBytes, notCodePoints, notEntries, notGraphemes, notLength, notSize, notValue, notValues, notWords, null, null_, nullable, nullableAsync, nullish, nullishAsync, object, objectAsync, objectWithRest, objectWithRestAsync, octal, omit, optionalAsync, parse, parseAsync, parseBoolean, parseJson, parser, parserAsync, partial, partialAsync, partialCheck, partialCheckAsync, pick, pipeAsync, promise, rawCheck, rawCheckAsync, rawTransform, rawTransformAsync, readonly, record, recordAsync, reduceItems, required, requiredAsync, returns, returnsAsync, rfcEmail, safeInteger, safeParseAsync, safeParser, safeParserAsync, set, setAsync, setGlobalConfig, setGlobalMessage, setSchemaMessage, setSpecificMessage, size, slug, someItem, sortItems, startsWith, strictObjectAsync, strictTuple, strictTupleAsync, stringifyJson, summarize, symbol, title, toBigint, toBoolean, toCamelCase, toDate, toKebabCase, toLowerCase, toMaxValue, toMinValue, toNumber, toPascalCase, toSnakeCase, toString, toUpperCase, transform, transformAsync, trim, trimEnd, trimStart, tuple, tupleAsync, tupleWithRest, tupleWithRestAsync, ulid, undefined, undefined_, undefinedable, undefinedableAsync, unionAsync, unknown, unwrap, url, uuid, value, values, variant, variantAsync, void, void_, words */
//#region src/storages/globalConfig/globalConfig.ts
let store$4;
const DEFAULT_CONFIG = {
	lang: void 0,
	message: void 0,
	abortEarly: void 0,
	abortPipeEarly: void 0
};
/**
* Sets the global configuration.
*
* @param config The configuration.
*/
function setGlobalConfig(config$1) {
	store$4 = {
		...store$4,
		...config$1
	};
}
/**
* Returns the global configuration.
*
* @param config The config to merge.
*
* @returns The configuration.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalConfig(config$1) {
	if (!config$1 && !store$4) return DEFAULT_CONFIG;
	return {
		lang: config$1?.lang ?? store$4?.lang,
		message: config$1?.message,
		abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
		abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
	};
}
/**
* Deletes the global configuration.
*/
function deleteGlobalConfig() {
	store$4 = void 0;
}

//#endregion
//#region src/storages/globalMessage/globalMessage.ts
let store$3;
/**
* Sets a global error message.
*
* @param message The error message.
* @param lang The language of the message.
*/
function setGlobalMessage(message$1, lang) {
	if (!store$3) store$3 = /* @__PURE__ */ new Map();
	store$3.set(lang, message$1);
}
/**
* Returns a global error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalMessage(lang) {
	return store$3?.get(lang);
}
/**
* Deletes a global error message.
*
* @param lang The language of the message.
*/
function deleteGlobalMessage(lang) {
	store$3?.delete(lang);
}

//#endregion
//#region src/storages/schemaMessage/schemaMessage.ts
let store$2;
/**
* Sets a schema error message.
*
* @param message The error message.
* @param lang The language of the message.
*/
function setSchemaMessage(message$1, lang) {
	if (!store$2) store$2 = /* @__PURE__ */ new Map();
	store$2.set(lang, message$1);
}
/**
* Returns a schema error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSchemaMessage(lang) {
	return store$2?.get(lang);
}
/**
* Deletes a schema error message.
*
* @param lang The language of the message.
*/
function deleteSchemaMessage(lang) {
	store$2?.delete(lang);
}

//#endregion
//#region src/storages/specificMessage/specificMessage.ts
let store$1;
/**
* Sets a specific error message.
*
* @param reference The identifier reference.
* @param message The error message.
* @param lang The language of the message.
*/
function setSpecificMessage(reference, message$1, lang) {
	if (!store$1) store$1 = /* @__PURE__ */ new Map();
	if (!store$1.get(reference)) store$1.set(reference, /* @__PURE__ */ new Map());
	store$1.get(reference).set(lang, message$1);
}
/**
* Returns a specific error message.
*
* @param reference The identifier reference.
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSpecificMessage(reference, lang) {
	return store$1?.get(reference)?.get(lang);
}
/**
* Deletes a specific error message.
*
* @param reference The identifier reference.
* @param lang The language of the message.
*/
function deleteSpecificMessage(reference, lang) {
	store$1?.get(reference)?.delete(lang);
}

//#endregion
//#region src/utils/_stringify/_stringify.ts
/**
* Stringifies an unknown input to a literal or type string.
*
* @param input The unknown input.
*
* @returns A literal or type string.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _stringify(input) {
	const type = typeof input;
	if (type === "string") return `"${input}"`;
	if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
	if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
	return type;
}

//#endregion
//#region src/utils/_addIssue/_addIssue.ts
/**
* Adds an issue to the dataset.
*
* @param context The issue context.
* @param label The issue label.
* @param dataset The input dataset.
* @param config The configuration.
* @param other The optional props.
*
* @internal
*/
function _addIssue(context, label, dataset, config$1, other) {
	const input = other && "input" in other ? other.input : dataset.value;
	const expected = other?.expected ?? context.expects ?? null;
	const received = other?.received ?? /* @__PURE__ */ _stringify(input);
	const issue = {
		kind: context.kind,
		type: context.type,
		input,
		expected,
		received,
		message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
		requirement: context.requirement,
		path: other?.path,
		issues: other?.issues,
		lang: config$1.lang,
		abortEarly: config$1.abortEarly,
		abortPipeEarly: config$1.abortPipeEarly
	};
	const isSchema = context.kind === "schema";
	const message$1 = other?.message ?? context.message ?? /* @__PURE__ */ getSpecificMessage(context.reference, issue.lang) ?? (isSchema ? /* @__PURE__ */ getSchemaMessage(issue.lang) : null) ?? config$1.message ?? /* @__PURE__ */ getGlobalMessage(issue.lang);
	if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
	if (isSchema) dataset.typed = false;
	if (dataset.issues) dataset.issues.push(issue);
	else dataset.issues = [issue];
}

//#endregion
//#region src/utils/_cloneDataset/_cloneDataset.ts
/**
* Creates a shallow copy of a dataset.
*
* Hint: The `value` is copied by reference, but the `issues` array, its issues
* and their `path` arrays are cloned to avoid reusing mutable dataset state
* across multiple runs. Mutating a returned object or array value can
* therefore affect later cache hits that reuse the same cached output.
*
* @param dataset The output dataset.
*
* @returns The copied output dataset.
*/
/* @__NO_SIDE_EFFECTS__ */
function _cloneDataset(dataset) {
	return {
		typed: dataset.typed,
		value: dataset.value,
		issues: dataset.issues?.map((issue) => ({
			...issue,
			path: issue.path && [...issue.path]
		}))
	};
}

//#endregion
//#region src/utils/_formatCase/_formatCase.ts
/**
* Splits a string into lowercase words and rejoins them with the given
* separator and capitalization rules.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries. Whether the first or subsequent words are
* capitalized is controlled by `capFirst` and `capRest`.
*
* Hint: Implemented in a single pass that emits directly to the result
* string to avoid an intermediate `string[]` allocation. ASCII chars are
* classified via char codes to skip `.toLowerCase()` and `.toUpperCase()`
* method calls in the common case.
*
* Hint: Digits are treated as a separate character class, so `item2Name`
* yields `item2` and `name` rather than `item`, `2` and `name`.
*
* @param input The input string.
* @param separator The string inserted between words.
* @param capFirst Whether to capitalize the first word.
* @param capRest Whether to capitalize subsequent words.
*
* @returns The formatted string.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _formatCase(input, separator, capFirst, capRest) {
	let result = "";
	let firstWord = true;
	let start = 0;
	let prev = 0;
	let prevPrev = 0;
	const flush = (end) => {
		if (end > start) {
			let word = input.slice(start, end).toLowerCase();
			if (firstWord ? capFirst : capRest) {
				const firstCode = word.charCodeAt(0);
				if (firstCode >= 97 && firstCode <= 122) word = String.fromCharCode(firstCode - 32) + word.slice(1);
				else {
					const charLen = firstCode >= 55296 && firstCode <= 56319 ? 2 : 1;
					word = word.slice(0, charLen).toUpperCase() + word.slice(charLen);
				}
			}
			result += firstWord ? word : separator + word;
			firstWord = false;
		}
	};
	for (let index = 0; index < input.length; index++) {
		const code = input.charCodeAt(index);
		let type;
		if (code === 32 || code === 9 || code === 10 || code === 11 || code === 12 || code === 13 || code === 45 || code === 95) {
			flush(index);
			start = index + 1;
			type = 0;
		} else if (code < 128) type = code >= 65 && code <= 90 ? 1 : code >= 97 && code <= 122 ? 2 : 3;
		else {
			const char = input[index];
			const charLower = char.toLowerCase();
			type = charLower === char.toUpperCase() ? 3 : char === charLower ? 2 : 1;
		}
		if (type === 1 && (prev === 2 || prev === 3) && index > start) {
			flush(index);
			start = index;
		} else if (type === 2 && prev === 1 && prevPrev === 1 && index - 1 > start) {
			flush(index - 1);
			start = index - 1;
		}
		prevPrev = prev;
		prev = type;
	}
	flush(input.length);
	return result;
}

//#endregion
//#region src/utils/_getByteCount/_getByteCount.ts
let textEncoder;
/**
* Returns the byte count of the input.
*
* @param input The input to be measured.
*
* @returns The byte count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getByteCount(input) {
	if (!textEncoder) textEncoder = new TextEncoder();
	return textEncoder.encode(input).length;
}

//#endregion
//#region src/utils/_getCodePointCount/_getCodePointCount.ts
/**
* Returns the code point count of the input.
*
* @param input The input to be measured.
*
* @returns The code point count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getCodePointCount(input) {
	let count = input.length;
	const lengthMinus1 = input.length - 1;
	for (let i = 0; i < lengthMinus1;) if (input.codePointAt(i) <= 65535) i++;
	else {
		i += 2;
		count--;
	}
	return count;
}

//#endregion
//#region src/utils/_getGraphemeCount/_getGraphemeCount.ts
let segmenter;
/**
* Returns the grapheme count of the input.
*
* @param input The input to be measured.
*
* @returns The grapheme count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getGraphemeCount(input) {
	if (!segmenter) segmenter = new Intl.Segmenter();
	const segments = segmenter.segment(input);
	let count = 0;
	for (const _ of segments) count++;
	return count;
}

//#endregion
//#region src/utils/_getLastMetadata/_getLastMetadata.ts
/**
* Returns the last top-level value of a given metadata type from a schema
* using a breadth-first search that starts with the last item in the pipeline.
*
* @param schema The schema to search.
* @param type The metadata type.
*
* @returns The value, if any.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getLastMetadata(schema, type) {
	if ("pipe" in schema) {
		const nestedSchemas = [];
		for (let index = schema.pipe.length - 1; index >= 0; index--) {
			const item = schema.pipe[index];
			if (item.kind === "schema" && "pipe" in item) nestedSchemas.push(item);
			else if (item.kind === "metadata" && item.type === type) return item[type];
		}
		for (const nestedSchema of nestedSchemas) {
			const result = /* @__PURE__ */ _getLastMetadata(nestedSchema, type);
			if (result !== void 0) return result;
		}
	}
}

//#endregion
//#region src/utils/_getWordCount/_getWordCount.ts
let store;
/**
* Returns the word count of the input.
*
* @param locales The locales to be used.
* @param input The input to be measured.
*
* @returns The word count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getWordCount(locales, input) {
	if (!store) store = /* @__PURE__ */ new Map();
	const key = String(locales);
	let segmenter$1 = store.get(key);
	if (!segmenter$1) {
		segmenter$1 = new Intl.Segmenter(locales, { granularity: "word" });
		store.set(key, segmenter$1);
	}
	const segments = segmenter$1.segment(input);
	let count = 0;
	for (const segment of segments) if (segment.isWordLike) count++;
	return count;
}

//#endregion
//#region src/utils/_isLuhnAlgo/_isLuhnAlgo.ts
/**
* Non-digit regex.
*/
const NON_DIGIT_REGEX = /\D/gu;
/**
* Checks whether a string with numbers corresponds to the luhn algorithm.
*
* @param input The input to be checked.
*
* @returns Whether input is valid.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isLuhnAlgo(input) {
	const number$1 = input.replace(NON_DIGIT_REGEX, "");
	let length$1 = number$1.length;
	let bit = 1;
	let sum = 0;
	while (length$1) {
		const value$1 = +number$1[--length$1];
		bit ^= 1;
		sum += bit ? [
			0,
			2,
			4,
			6,
			8,
			1,
			3,
			5,
			7,
			9
		][value$1] : value$1;
	}
	return sum % 10 === 0;
}

//#endregion
//#region src/utils/_isSameValueZero/_isSameValueZero.ts
/**
* Compares two values using the SameValueZero algorithm, which treats `NaN`
* as equal to itself unlike `===`.
*
* @param value1 The first value.
* @param value2 The second value.
*
* @returns Whether the values are equal.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isSameValueZero(value1, value2) {
	return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
}

//#endregion
//#region src/utils/_isValidObjectKey/_isValidObjectKey.ts
/**
* Disallows inherited object properties and prevents object prototype
* pollution by disallowing certain keys.
*
* @param object The object to check.
* @param key The key to check.
*
* @returns Whether the key is allowed.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isValidObjectKey(object$1, key) {
	return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
}

//#endregion
//#region src/utils/_isValueMatch/_isValueMatch.ts
/**
* Checks whether a value matches a value action requirement.
*
* @param requirement The value action requirement.
* @param value The value to check.
*
* @returns Whether the value matches the requirement.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isValueMatch(requirement, value$1) {
	return Number.isNaN(requirement) && Number.isNaN(value$1) || requirement <= value$1 && requirement >= value$1;
}

//#endregion
//#region src/utils/_joinExpects/_joinExpects.ts
/**
* Joins multiple `expects` values with the given separator.
*
* @param values The `expects` values.
* @param separator The separator.
*
* @returns The joined `expects` property.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _joinExpects(values$1, separator) {
	const list = [...new Set(values$1)];
	if (list.length > 1) return `(${list.join(` ${separator} `)})`;
	return list[0] ?? "never";
}

//#endregion
//#region src/utils/_standardSchema/_standardSchema.ts
/**
* Eagerly creates and attaches the Standard Schema properties of a schema.
*
* Hint: The contextual `this` type includes the standard properties that are
* attached before the schema is returned.
*
* @param schema The schema to attach standard properties to.
*
* @returns The schema with standard properties attached.
*
* @internal
*/
function _standardSchema(schema) {
	schema["~standard"] = {
		version: 1,
		vendor: "valibot",
		validate: (value$1) => schema["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
	};
	return schema;
}

//#endregion
//#region src/utils/entriesFromList/entriesFromList.ts
/**
* Creates an object entries definition from a list of keys and a schema.
*
* @param list A list of keys.
* @param schema The schema of the keys.
*
* @returns The object entries.
*/
/* @__NO_SIDE_EFFECTS__ */
function entriesFromList(list, schema) {
	const entries$1 = {};
	for (const key of list) entries$1[key] = schema;
	return entries$1;
}

//#endregion
//#region src/utils/entriesFromObjects/entriesFromObjects.ts
/* @__NO_SIDE_EFFECTS__ */
function entriesFromObjects(schemas) {
	const entries$1 = {};
	for (const schema of schemas) Object.assign(entries$1, schema.entries);
	return entries$1;
}

//#endregion
//#region src/utils/getDotPath/getDotPath.ts
/* @__NO_SIDE_EFFECTS__ */
function getDotPath(issue) {
	if (issue.path) {
		let key = "";
		for (const item of issue.path) if (typeof item.key === "string" || typeof item.key === "number") if (key) key += `.${item.key}`;
		else key += item.key;
		else return null;
		return key;
	}
	return null;
}

//#endregion
//#region src/utils/isOfKind/isOfKind.ts
/**
* A generic type guard to check the kind of an object.
*
* @param kind The kind to check for.
* @param object The object to check.
*
* @returns Whether it matches.
*/
/* @__NO_SIDE_EFFECTS__ */
function isOfKind(kind, object$1) {
	return object$1.kind === kind;
}

//#endregion
//#region src/utils/isOfType/isOfType.ts
/**
* A generic type guard to check the type of an object.
*
* @param type The type to check for.
* @param object The object to check.
*
* @returns Whether it matches.
*/
/* @__NO_SIDE_EFFECTS__ */
function isOfType(type, object$1) {
	return object$1.type === type;
}

//#endregion
//#region src/utils/ValiError/ValiError.ts
/**
* A Valibot error with useful information.
*/
var ValiError = class extends Error {
	/**
	* Creates a Valibot error with useful information.
	*
	* @param issues The error issues.
	*/
	constructor(issues) {
		super(issues[0].message);
		this.name = "ValiError";
		this.issues = issues;
	}
};

//#endregion
//#region src/utils/isValiError/isValiError.ts
/**
* A type guard to check if an error is a ValiError.
*
* @param error The error to check.
*
* @returns Whether its a ValiError.
*/
/* @__NO_SIDE_EFFECTS__ */
function isValiError(error) {
	return error instanceof ValiError;
}

//#endregion
//#region src/actions/args/args.ts
/* @__NO_SIDE_EFFECTS__ */
function args(schema) {
	return {
		kind: "transformation",
		type: "args",
		reference: args,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = (...args_) => {
				const argsDataset = this.schema["~run"]({ value: args_ }, config$1);
				if (argsDataset.issues) throw new ValiError(argsDataset.issues);
				return func(...argsDataset.value);
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/args/argsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function argsAsync(schema) {
	return {
		kind: "transformation",
		type: "args",
		reference: argsAsync,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = async (...args$1) => {
				const argsDataset = await schema["~run"]({ value: args$1 }, config$1);
				if (argsDataset.issues) throw new ValiError(argsDataset.issues);
				return func(...argsDataset.value);
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/await/awaitAsync.ts
/**
* Creates an await transformation action.
*
* @returns An await action.
*/
/* @__NO_SIDE_EFFECTS__ */
function awaitAsync() {
	return {
		kind: "transformation",
		type: "await",
		reference: awaitAsync,
		async: true,
		async "~run"(dataset) {
			dataset.value = await dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/regex.ts
/**
* [Base64](https://en.wikipedia.org/wiki/Base64) regex.
*/
const BASE64_REGEX = /^(?:[\da-z+/]{4})*(?:[\da-z+/]{2}==|[\da-z+/]{3}=)?$/iu;
/**
* [BIC](https://en.wikipedia.org/wiki/ISO_9362) regex.
*/
const BIC_REGEX = /^[A-Z]{6}(?!00)[\dA-Z]{2}(?:[\dA-Z]{3})?$/u;
/**
* [Cuid2](https://github.com/paralleldrive/cuid2) regex.
*/
const CUID2_REGEX = /^[a-z][\da-z]*$/u;
/**
* [Decimal](https://en.wikipedia.org/wiki/Decimal) regex.
*/
const DECIMAL_REGEX = /^[+-]?(?:\d*\.)?\d+$/u;
/**
* [Digits](https://en.wikipedia.org/wiki/Numerical_digit) regex.
*/
const DIGITS_REGEX = /^\d+$/u;
/**
* [Domain name](https://en.wikipedia.org/wiki/Domain_name) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
* ASCII-only validation. Internationalized domain names (IDNs) are not
* supported, including Punycode-encoded labels.
*/
const DOMAIN_REGEX = /^(?=.{1,253}$)(?:(?![Xx][Nn]--)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/u;
/**
* [Email address](https://en.wikipedia.org/wiki/Email_address) regex.
*
* Hint: We decided against the `i` flag to avoid matching non-ASCII characters.
*/
const EMAIL_REGEX = /^[\w+-]+(?:\.[\w+-]+)*@[\da-zA-Z]+(?:[.-][\da-zA-Z]+)*\.[a-zA-Z]{2,}$/u;
/**
* Emoji regex from [emoji-regex-xs](https://github.com/slevithan/emoji-regex-xs) v1.0.0 (MIT license).
*
* Hint: We decided against the newer `/^\p{RGI_Emoji}+$/v` regex because it is
* not supported in older runtimes and does not match all emoji.
*/
const EMOJI_REGEX = /^(?:[\u{1F1E6}-\u{1F1FF}]{2}|\u{1F3F4}[\u{E0061}-\u{E007A}]{2}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,3}\u{E007F}|(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|(?![\p{Emoji_Modifier_Base}\u{1F1E6}-\u{1F1FF}])\p{Emoji_Presentation})(?:\u200D(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|(?![\p{Emoji_Modifier_Base}\u{1F1E6}-\u{1F1FF}])\p{Emoji_Presentation}))*)+$/u;
/**
* [Hexadecimal](https://en.wikipedia.org/wiki/Hexadecimal) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const HEXADECIMAL_REGEX = /^(?:0[hx])?[\da-fA-F]+$/u;
/**
* [Hex color](https://en.wikipedia.org/wiki/Web_colors#Hex_triplet) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const HEX_COLOR_REGEX = /^#(?:[\da-fA-F]{3,4}|[\da-fA-F]{6}|[\da-fA-F]{8})$/u;
/**
* [IMEI](https://en.wikipedia.org/wiki/International_Mobile_Equipment_Identity) regex.
*/
const IMEI_REGEX = /^\d{15}$|^\d{2}-\d{6}-\d{6}-\d$/u;
/**
* [IPv4](https://en.wikipedia.org/wiki/IPv4) regex.
*/
const IPV4_REGEX = /^(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])(?:\.(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])){3}$/u;
/**
* [IPv6](https://en.wikipedia.org/wiki/IPv6) regex.
*/
const IPV6_REGEX = /^(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,7}:|(?:[\da-f]{1,4}:){1,6}:[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,5}(?::[\da-f]{1,4}){1,2}|(?:[\da-f]{1,4}:){1,4}(?::[\da-f]{1,4}){1,3}|(?:[\da-f]{1,4}:){1,3}(?::[\da-f]{1,4}){1,4}|(?:[\da-f]{1,4}:){1,2}(?::[\da-f]{1,4}){1,5}|[\da-f]{1,4}:(?::[\da-f]{1,4}){1,6}|:(?:(?::[\da-f]{1,4}){1,7}|:)|fe80:(?::[\da-f]{0,4}){0,4}%[\da-z]+|::(?:f{4}(?::0{1,4})?:)?(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d)|(?:[\da-f]{1,4}:){1,4}:(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d))$/iu;
/**
* [IP](https://en.wikipedia.org/wiki/IP_address) regex.
*/
const IP_REGEX = /^(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])(?:\.(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])){3}$|^(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,7}:|(?:[\da-f]{1,4}:){1,6}:[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,5}(?::[\da-f]{1,4}){1,2}|(?:[\da-f]{1,4}:){1,4}(?::[\da-f]{1,4}){1,3}|(?:[\da-f]{1,4}:){1,3}(?::[\da-f]{1,4}){1,4}|(?:[\da-f]{1,4}:){1,2}(?::[\da-f]{1,4}){1,5}|[\da-f]{1,4}:(?::[\da-f]{1,4}){1,6}|:(?:(?::[\da-f]{1,4}){1,7}|:)|fe80:(?::[\da-f]{0,4}){0,4}%[\da-z]+|::(?:f{4}(?::0{1,4})?:)?(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d)|(?:[\da-f]{1,4}:){1,4}:(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d))$/iu;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date regex.
*/
const ISO_DATE_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date-time regex.
*/
const ISO_DATE_TIME_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3]):[0-5]\d$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date-time with seconds regex.
*/
const ISO_DATE_TIME_SECOND_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) time regex.
*/
const ISO_TIME_REGEX = /^(?:0\d|1\d|2[0-3]):[0-5]\d$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) time with seconds regex.
*/
const ISO_TIME_SECOND_REGEX = /^(?:0\d|1\d|2[0-3])(?::[0-5]\d){2}$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) timestamp regex. Allows a
* space as a date/time separator and an optional space before the UTC offset.
*/
const ISO_TIMESTAMP_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?(?:Z| ?[+-](?:0\d|1\d|2[0-3])(?::?[0-5]\d)?)$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) week regex.
*/
const ISO_WEEK_REGEX = /^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/u;
/**
* [JWS compact serialization](https://datatracker.ietf.org/doc/html/rfc7515#section-3.1)
* regex.
*
* Hint: Empty payload and signature segments are allowed because the
* Base64URL-encoded representation of an empty octet sequence is an empty
* string.
*/
const JWS_COMPACT_REGEX = /^(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)\.(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)?\.(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)?$/u;
/**
* [ISRC](https://en.wikipedia.org/wiki/International_Standard_Recording_Code) regex.
*/
const ISRC_REGEX = /^(?:[A-Z]{2}[A-Z\d]{3}\d{7}|[A-Z]{2}-[A-Z\d]{3}-\d{2}-\d{5})$/u;
/**
* [KSUID](https://github.com/segmentio/ksuid) regex.
*/
const KSUID_REGEX = /^[a-zA-Z0-9]{27}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) 48 bit regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC48_REGEX = /^(?:[\da-fA-F]{2}:){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){2}[\da-fA-F]{4}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) 64 bit regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC64_REGEX = /^(?:[\da-fA-F]{2}:){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){3}[\da-fA-F]{4}$|^(?:[\da-fA-F]{4}:){3}[\da-fA-F]{4}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC_REGEX = /^(?:[\da-fA-F]{2}:){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){2}[\da-fA-F]{4}$|^(?:[\da-fA-F]{2}:){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){3}[\da-fA-F]{4}$|^(?:[\da-fA-F]{4}:){3}[\da-fA-F]{4}$/u;
/**
* [Nano ID](https://github.com/ai/nanoid) regex.
*/
const NANO_ID_REGEX = /^[\w-]+$/u;
/**
* [Octal](https://en.wikipedia.org/wiki/Octal) regex.
*/
const OCTAL_REGEX = /^(?:0o)?[0-7]+$/u;
/**
* [RFC 5322 email address](https://datatracker.ietf.org/doc/html/rfc5322#section-3.4.1) regex.
*
* Hint: This regex was taken from the [HTML Living Standard Specification](https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address) and does not perfectly represent RFC 5322.
*/
const RFC_EMAIL_REGEX = /^[a-zA-Z0-9.!#$%&'*+\/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
/**
* [Slug](https://en.wikipedia.org/wiki/Clean_URL#Slug) regex.
*/
const SLUG_REGEX = /^[\da-z]+(?:[-_][\da-z]+)*$/u;
/**
* [ULID](https://github.com/ulid/spec) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
* Hint: The first character is restricted to `[0-7]` because the 48-bit
* timestamp cannot exceed 2^48-1, making the maximum valid ULID
* `7ZZZZZZZZZZZZZZZZZZZZZZZZZ` in Crockford's Base32 encoding.
*/
const ULID_REGEX = /^[0-7][\da-hjkmnp-tv-zA-HJKMNP-TV-Z]{25}$/u;
/**
* [UUID](https://en.wikipedia.org/wiki/Universally_unique_identifier) regex.
*/
const UUID_REGEX = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

//#endregion
//#region src/actions/base64/base64.ts
/* @__NO_SIDE_EFFECTS__ */
function base64(message$1) {
	return {
		kind: "validation",
		type: "base64",
		reference: base64,
		async: false,
		expects: null,
		requirement: BASE64_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Base64", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/bic/bic.ts
/* @__NO_SIDE_EFFECTS__ */
function bic(message$1) {
	return {
		kind: "validation",
		type: "bic",
		reference: bic,
		async: false,
		expects: null,
		requirement: BIC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "BIC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/brand/brand.ts
/**
* Creates a brand transformation action.
*
* @param name The brand name.
*
* @returns A brand action.
*/
/* @__NO_SIDE_EFFECTS__ */
function brand(name) {
	return {
		kind: "transformation",
		type: "brand",
		reference: brand,
		async: false,
		name,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/bytes/bytes.ts
/* @__NO_SIDE_EFFECTS__ */
function bytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "bytes",
		reference: bytes,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 !== this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/check/check.ts
/* @__NO_SIDE_EFFECTS__ */
function check(requirement, message$1) {
	return {
		kind: "validation",
		type: "check",
		reference: check,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/check/checkAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function checkAsync(requirement, message$1) {
	return {
		kind: "validation",
		type: "check",
		reference: checkAsync,
		async: true,
		expects: null,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.typed && !await this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/checkItems/checkItems.ts
/* @__NO_SIDE_EFFECTS__ */
function checkItems(requirement, message$1) {
	return {
		kind: "validation",
		type: "check_items",
		reference: checkItems,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) for (let index = 0; index < dataset.value.length; index++) {
				const item = dataset.value[index];
				if (!this.requirement(item, index, dataset.value)) _addIssue(this, "item", dataset, config$1, {
					input: item,
					path: [{
						type: "array",
						origin: "value",
						input: dataset.value,
						key: index,
						value: item
					}]
				});
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/checkItems/checkItemsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function checkItemsAsync(requirement, message$1) {
	return {
		kind: "validation",
		type: "check_items",
		reference: checkItemsAsync,
		async: true,
		expects: null,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.typed) {
				const requirementResults = await Promise.all(dataset.value.map(this.requirement));
				for (let index = 0; index < dataset.value.length; index++) if (!requirementResults[index]) {
					const item = dataset.value[index];
					_addIssue(this, "item", dataset, config$1, {
						input: item,
						path: [{
							type: "array",
							origin: "value",
							input: dataset.value,
							key: index,
							value: item
						}]
					});
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/codePoints/codePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function codePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "code_points",
		reference: codePoints,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count !== this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/creditCard/creditCard.ts
/**
* Credit card regex.
*/
const CREDIT_CARD_REGEX = /^(?:\d{13,19}|\d{4}(?: \d{3,6}){2,4}|\d{4}(?:-\d{3,6}){2,4})$/u;
/**
* Sanitize regex.
*/
const SANITIZE_REGEX = /[- ]/gu;
/**
* Provider regex list.
*/
const PROVIDER_REGEX_LIST = (/* unused pure expression or super */ null && ([
	/^3[47]\d{13}$/u,
	/^3(?:0[0-5]|[68]\d)\d{11,13}$/u,
	/^6(?:011|5\d{2})\d{12,15}$/u,
	/^(?:2131|1800|35\d{3})\d{11}$/u,
	/^(?:5[1-5]\d{2}|222\d|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}$/u,
	/^(?:6[27]\d{14,17}|81\d{14,17})$/u,
	/^4\d{12}(?:\d{3,6})?$/u
]));
/* @__NO_SIDE_EFFECTS__ */
function creditCard(message$1) {
	return {
		kind: "validation",
		type: "credit_card",
		reference: creditCard,
		async: false,
		expects: null,
		requirement(input) {
			let sanitized;
			return CREDIT_CARD_REGEX.test(input) && (sanitized = input.replace(SANITIZE_REGEX, "")) && PROVIDER_REGEX_LIST.some((regex$1) => regex$1.test(sanitized)) && /* @__PURE__ */ _isLuhnAlgo(sanitized);
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "credit card", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/cuid2/cuid2.ts
/* @__NO_SIDE_EFFECTS__ */
function cuid2(message$1) {
	return {
		kind: "validation",
		type: "cuid2",
		reference: cuid2,
		async: false,
		expects: null,
		requirement: CUID2_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Cuid2", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/decimal/decimal.ts
/* @__NO_SIDE_EFFECTS__ */
function decimal(message$1) {
	return {
		kind: "validation",
		type: "decimal",
		reference: decimal,
		async: false,
		expects: null,
		requirement: DECIMAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "decimal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/description/description.ts
/**
* Creates a description metadata action.
*
* @param description_ The description text.
*
* @returns A description action.
*/
/* @__NO_SIDE_EFFECTS__ */
function description(description_) {
	return {
		kind: "metadata",
		type: "description",
		reference: description,
		description: description_
	};
}

//#endregion
//#region src/actions/digits/digits.ts
/* @__NO_SIDE_EFFECTS__ */
function digits(message$1) {
	return {
		kind: "validation",
		type: "digits",
		reference: digits,
		async: false,
		expects: null,
		requirement: DIGITS_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "digits", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/domain/domain.ts
/* @__NO_SIDE_EFFECTS__ */
function domain(message$1) {
	return {
		kind: "validation",
		type: "domain",
		reference: domain,
		expects: null,
		async: false,
		requirement: DOMAIN_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "domain", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/email/email.ts
/* @__NO_SIDE_EFFECTS__ */
function email(message$1) {
	return {
		kind: "validation",
		type: "email",
		reference: email,
		expects: null,
		async: false,
		requirement: EMAIL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "email", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/emoji/emoji.ts
/* @__NO_SIDE_EFFECTS__ */
function emoji(message$1) {
	return {
		kind: "validation",
		type: "emoji",
		reference: emoji,
		async: false,
		expects: null,
		requirement: EMOJI_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "emoji", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/empty/empty.ts
/* @__NO_SIDE_EFFECTS__ */
function empty(message$1) {
	return {
		kind: "validation",
		type: "empty",
		reference: empty,
		async: false,
		expects: "0",
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length > 0) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/endsWith/endsWith.ts
/* @__NO_SIDE_EFFECTS__ */
function endsWith(requirement, message$1) {
	return {
		kind: "validation",
		type: "ends_with",
		reference: endsWith,
		async: false,
		expects: `"${requirement}"`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.endsWith(this.requirement)) _addIssue(this, "end", dataset, config$1, { received: `"${dataset.value.slice(-this.requirement.length)}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/entries/entries.ts
/* @__NO_SIDE_EFFECTS__ */
function entries(requirement, message$1) {
	return {
		kind: "validation",
		type: "entries",
		reference: entries,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count !== this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/everyItem/everyItem.ts
/* @__NO_SIDE_EFFECTS__ */
function everyItem(requirement, message$1) {
	return {
		kind: "validation",
		type: "every_item",
		reference: everyItem,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.every(this.requirement)) _addIssue(this, "item", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/examples/examples.ts
/**
* Creates an examples metadata action.
*
* @param examples_ The examples.
*
* @returns An examples action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function examples(examples_) {
	return {
		kind: "metadata",
		type: "examples",
		reference: examples,
		examples: examples_
	};
}

//#endregion
//#region src/actions/excludes/excludes.ts
/* @__NO_SIDE_EFFECTS__ */
function excludes(requirement, message$1) {
	const received = /* @__PURE__ */ _stringify(requirement);
	return {
		kind: "validation",
		type: "excludes",
		reference: excludes,
		async: false,
		expects: `!${received}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.includes(this.requirement)) _addIssue(this, "content", dataset, config$1, { received });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/filterItems/filterItems.ts
/* @__NO_SIDE_EFFECTS__ */
function filterItems(operation) {
	return {
		kind: "transformation",
		type: "filter_items",
		reference: filterItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.filter(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/findItem/findItem.ts
/* @__NO_SIDE_EFFECTS__ */
function findItem(operation) {
	return {
		kind: "transformation",
		type: "find_item",
		reference: findItem,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.find(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/finite/finite.ts
/* @__NO_SIDE_EFFECTS__ */
function finite(message$1) {
	return {
		kind: "validation",
		type: "finite",
		reference: finite,
		async: false,
		expects: null,
		requirement: Number.isFinite,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "finite", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/flavor/flavor.ts
/**
* Creates a flavor transformation action.
*
* @param name The flavor name.
*
* @returns A flavor action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function flavor(name) {
	return {
		kind: "transformation",
		type: "flavor",
		reference: flavor,
		async: false,
		name,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/graphemes/graphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function graphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "graphemes",
		reference: graphemes,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count !== this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/gtValue/gtValue.ts
/* @__NO_SIDE_EFFECTS__ */
function gtValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "gt_value",
		reference: gtValue,
		async: false,
		expects: `>${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value > this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/guard/guard.ts
/* @__NO_SIDE_EFFECTS__ */
function guard(requirement, message$1) {
	return {
		kind: "transformation",
		type: "guard",
		reference: guard,
		async: false,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) {
				_addIssue(this, "input", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hash/hash.ts
/**
* Hash lengths object.
*/
const HASH_LENGTHS = {
	md4: 32,
	md5: 32,
	sha1: 40,
	sha256: 64,
	sha384: 96,
	sha512: 128,
	ripemd128: 32,
	ripemd160: 40,
	tiger128: 32,
	tiger160: 40,
	tiger192: 48,
	crc32: 8,
	crc32b: 8,
	adler32: 8
};
/* @__NO_SIDE_EFFECTS__ */
function hash(types, message$1) {
	return {
		kind: "validation",
		type: "hash",
		reference: hash,
		expects: null,
		async: false,
		requirement: RegExp(types.map((type) => `^[a-fA-F0-9]{${HASH_LENGTHS[type]}}$`).join("|"), "u"),
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hash", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hexadecimal/hexadecimal.ts
/* @__NO_SIDE_EFFECTS__ */
function hexadecimal(message$1) {
	return {
		kind: "validation",
		type: "hexadecimal",
		reference: hexadecimal,
		async: false,
		expects: null,
		requirement: HEXADECIMAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hexadecimal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hexColor/hexColor.ts
/* @__NO_SIDE_EFFECTS__ */
function hexColor(message$1) {
	return {
		kind: "validation",
		type: "hex_color",
		reference: hexColor,
		async: false,
		expects: null,
		requirement: HEX_COLOR_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hex color", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/imei/imei.ts
/* @__NO_SIDE_EFFECTS__ */
function imei(message$1) {
	return {
		kind: "validation",
		type: "imei",
		reference: imei,
		async: false,
		expects: null,
		requirement(input) {
			return IMEI_REGEX.test(input) && /* @__PURE__ */ _isLuhnAlgo(input);
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "IMEI", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/includes/includes.ts
/* @__NO_SIDE_EFFECTS__ */
function includes(requirement, message$1) {
	const expects = /* @__PURE__ */ _stringify(requirement);
	return {
		kind: "validation",
		type: "includes",
		reference: includes,
		async: false,
		expects,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.includes(this.requirement)) _addIssue(this, "content", dataset, config$1, { received: `!${expects}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/integer/integer.ts
/* @__NO_SIDE_EFFECTS__ */
function integer(message$1) {
	return {
		kind: "validation",
		type: "integer",
		reference: integer,
		async: false,
		expects: null,
		requirement: Number.isInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "integer", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ip/ip.ts
/* @__NO_SIDE_EFFECTS__ */
function ip(message$1) {
	return {
		kind: "validation",
		type: "ip",
		reference: ip,
		async: false,
		expects: null,
		requirement: IP_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IP", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ipv4/ipv4.ts
/* @__NO_SIDE_EFFECTS__ */
function ipv4(message$1) {
	return {
		kind: "validation",
		type: "ipv4",
		reference: ipv4,
		async: false,
		expects: null,
		requirement: IPV4_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IPv4", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ipv6/ipv6.ts
/* @__NO_SIDE_EFFECTS__ */
function ipv6(message$1) {
	return {
		kind: "validation",
		type: "ipv6",
		reference: ipv6,
		async: false,
		expects: null,
		requirement: IPV6_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IPv6", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isbn/utils/_isIsbn10.ts
/**
* [Validates an ISBN-10](https://en.wikipedia.org/wiki/ISBN#ISBN-10_check_digits).
*
* @param input The input value.
*
* @returns `true` if the input is a valid ISBN-10, `false` otherwise.
*
* @internal
*/
function _isIsbn10(input) {
	const digits$1 = input.split("").map((c) => c === "X" ? 10 : parseInt(c));
	let sum = 0;
	for (let i = 0; i < 10; i++) sum += digits$1[i] * (10 - i);
	return sum % 11 === 0;
}

//#endregion
//#region src/actions/isbn/utils/_isIsbn13.ts
/**
* [Validates an ISBN-13](https://en.wikipedia.org/wiki/ISBN#ISBN-13_check_digit_calculation).
*
* @param input The input value.
*
* @returns `true` if the input is a valid ISBN-13, `false` otherwise.
*
* @internal
*/
function _isIsbn13(input) {
	const digits$1 = input.split("").map((c) => parseInt(c));
	let sum = 0;
	for (let i = 0; i < 13; i++) sum += digits$1[i] * (i % 2 === 0 ? 1 : 3);
	return sum % 10 === 0;
}

//#endregion
//#region src/actions/isbn/isbn.ts
/**
* ISBN separator regex.
*/
const ISBN_SEPARATOR_REGEX = /[- ]/gu;
/**
* ISBN-10 detection regex.
*/
const ISBN_10_DETECTION_REGEX = /^\d{9}[\dX]$/u;
/**
* ISBN-13 detection regex.
*/
const ISBN_13_DETECTION_REGEX = /^\d{13}$/u;
/* @__NO_SIDE_EFFECTS__ */
function isbn(message$1) {
	return {
		kind: "validation",
		type: "isbn",
		reference: isbn,
		async: false,
		expects: null,
		requirement(input) {
			const replacedInput = input.replace(ISBN_SEPARATOR_REGEX, "");
			if (ISBN_10_DETECTION_REGEX.test(replacedInput)) return _isIsbn10(replacedInput);
			else if (ISBN_13_DETECTION_REGEX.test(replacedInput)) return _isIsbn13(replacedInput);
			return false;
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "ISBN", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isrc/isrc.ts
/* @__NO_SIDE_EFFECTS__ */
function isrc(message$1) {
	return {
		kind: "validation",
		type: "isrc",
		reference: isrc,
		async: false,
		expects: null,
		requirement: ISRC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "ISRC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDate/isoDate.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDate(message$1) {
	return {
		kind: "validation",
		type: "iso_date",
		reference: isoDate,
		async: false,
		expects: null,
		requirement: ISO_DATE_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDateTime/isoDateTime.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDateTime(message$1) {
	return {
		kind: "validation",
		type: "iso_date_time",
		reference: isoDateTime,
		async: false,
		expects: null,
		requirement: ISO_DATE_TIME_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date-time", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDateTimeSecond/isoDateTimeSecond.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDateTimeSecond(message$1) {
	return {
		kind: "validation",
		type: "iso_date_time_second",
		reference: isoDateTimeSecond,
		async: false,
		expects: null,
		requirement: ISO_DATE_TIME_SECOND_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date-time-second", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTime/isoTime.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTime(message$1) {
	return {
		kind: "validation",
		type: "iso_time",
		reference: isoTime,
		async: false,
		expects: null,
		requirement: ISO_TIME_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "time", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTimeSecond/isoTimeSecond.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTimeSecond(message$1) {
	return {
		kind: "validation",
		type: "iso_time_second",
		reference: isoTimeSecond,
		async: false,
		expects: null,
		requirement: ISO_TIME_SECOND_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "time-second", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTimestamp/isoTimestamp.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTimestamp(message$1) {
	return {
		kind: "validation",
		type: "iso_timestamp",
		reference: isoTimestamp,
		async: false,
		expects: null,
		requirement: ISO_TIMESTAMP_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "timestamp", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoWeek/isoWeek.ts
/* @__NO_SIDE_EFFECTS__ */
function isoWeek(message$1) {
	return {
		kind: "validation",
		type: "iso_week",
		reference: isoWeek,
		async: false,
		expects: null,
		requirement: ISO_WEEK_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "week", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/jwsCompact/jwsCompact.ts
/* @__NO_SIDE_EFFECTS__ */
function jwsCompact(message$1) {
	return {
		kind: "validation",
		type: "jws_compact",
		reference: jwsCompact,
		async: false,
		expects: null,
		requirement: JWS_COMPACT_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "JWS compact", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ksuid/ksuid.ts
/* @__NO_SIDE_EFFECTS__ */
function ksuid(message$1) {
	return {
		kind: "validation",
		type: "ksuid",
		reference: ksuid,
		async: false,
		expects: null,
		requirement: KSUID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "KSUID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/length/length.ts
/* @__NO_SIDE_EFFECTS__ */
function length(requirement, message$1) {
	return {
		kind: "validation",
		type: "length",
		reference: length,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length !== this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ltValue/ltValue.ts
/* @__NO_SIDE_EFFECTS__ */
function ltValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "lt_value",
		reference: ltValue,
		async: false,
		expects: `<${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value < this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac/mac.ts
/* @__NO_SIDE_EFFECTS__ */
function mac(message$1) {
	return {
		kind: "validation",
		type: "mac",
		reference: mac,
		async: false,
		expects: null,
		requirement: MAC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac48/mac48.ts
/* @__NO_SIDE_EFFECTS__ */
function mac48(message$1) {
	return {
		kind: "validation",
		type: "mac48",
		reference: mac48,
		async: false,
		expects: null,
		requirement: MAC48_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "48-bit MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac64/mac64.ts
/* @__NO_SIDE_EFFECTS__ */
function mac64(message$1) {
	return {
		kind: "validation",
		type: "mac64",
		reference: mac64,
		async: false,
		expects: null,
		requirement: MAC64_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "64-bit MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mapItems/mapItems.ts
/* @__NO_SIDE_EFFECTS__ */
function mapItems(operation) {
	return {
		kind: "transformation",
		type: "map_items",
		reference: mapItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.map(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxBytes/maxBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function maxBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_bytes",
		reference: maxBytes,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 > this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxCodePoints/maxCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function maxCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_code_points",
		reference: maxCodePoints,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count > this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxEntries/maxEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function maxEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_entries",
		reference: maxEntries,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count > this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxGraphemes/maxGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function maxGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_graphemes",
		reference: maxGraphemes,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count > this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxLength/maxLength.ts
/* @__NO_SIDE_EFFECTS__ */
function maxLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_length",
		reference: maxLength,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length > this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxSize/maxSize.ts
/* @__NO_SIDE_EFFECTS__ */
function maxSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_size",
		reference: maxSize,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size > this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxValue/maxValue.ts
/* @__NO_SIDE_EFFECTS__ */
function maxValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_value",
		reference: maxValue,
		async: false,
		expects: `<=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value <= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxWords/maxWords.ts
/* @__NO_SIDE_EFFECTS__ */
function maxWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "max_words",
		reference: maxWords,
		async: false,
		expects: `<=${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count > this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/metadata/metadata.ts
/**
* Creates a custom metadata action.
*
* @param metadata_ The metadata object.
*
* @returns A metadata action.
*/
/* @__NO_SIDE_EFFECTS__ */
function metadata(metadata_) {
	return {
		kind: "metadata",
		type: "metadata",
		reference: metadata,
		metadata: metadata_
	};
}

//#endregion
//#region src/actions/mimeType/mimeType.ts
/* @__NO_SIDE_EFFECTS__ */
function mimeType(requirement, message$1) {
	return {
		kind: "validation",
		type: "mime_type",
		reference: mimeType,
		async: false,
		expects: /* @__PURE__ */ _joinExpects(requirement.map((option) => `"${option}"`), "|"),
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.includes(dataset.value.type)) _addIssue(this, "MIME type", dataset, config$1, { received: `"${dataset.value.type}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minBytes/minBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function minBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_bytes",
		reference: minBytes,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 < this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minCodePoints/minCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function minCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_code_points",
		reference: minCodePoints,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count < this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minEntries/minEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function minEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_entries",
		reference: minEntries,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count < this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minGraphemes/minGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function minGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_graphemes",
		reference: minGraphemes,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count < this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minLength/minLength.ts
/* @__NO_SIDE_EFFECTS__ */
function minLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_length",
		reference: minLength,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length < this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minSize/minSize.ts
/* @__NO_SIDE_EFFECTS__ */
function minSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_size",
		reference: minSize,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size < this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minValue/minValue.ts
/* @__NO_SIDE_EFFECTS__ */
function minValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_value",
		reference: minValue,
		async: false,
		expects: `>=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value >= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minWords/minWords.ts
/* @__NO_SIDE_EFFECTS__ */
function minWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "min_words",
		reference: minWords,
		async: false,
		expects: `>=${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count < this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/multipleOf/multipleOf.ts
/* @__NO_SIDE_EFFECTS__ */
function multipleOf(requirement, message$1) {
	return {
		kind: "validation",
		type: "multiple_of",
		reference: multipleOf,
		async: false,
		expects: `%${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value % this.requirement != 0) _addIssue(this, "multiple", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/nanoid/nanoid.ts
/* @__NO_SIDE_EFFECTS__ */
function nanoid(message$1) {
	return {
		kind: "validation",
		type: "nanoid",
		reference: nanoid,
		async: false,
		expects: null,
		requirement: NANO_ID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Nano ID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/nonEmpty/nonEmpty.ts
/* @__NO_SIDE_EFFECTS__ */
function nonEmpty(message$1) {
	return {
		kind: "validation",
		type: "non_empty",
		reference: nonEmpty,
		async: false,
		expects: "!0",
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length === 0) _addIssue(this, "length", dataset, config$1, { received: "0" });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/normalize/normalize.ts
/* @__NO_SIDE_EFFECTS__ */
function normalize(form) {
	return {
		kind: "transformation",
		type: "normalize",
		reference: normalize,
		async: false,
		form,
		"~run"(dataset) {
			dataset.value = dataset.value.normalize(this.form);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notBytes/notBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function notBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_bytes",
		reference: notBytes,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 === this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notCodePoints/notCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function notCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_code_points",
		reference: notCodePoints,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count === this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notEntries/notEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function notEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_entries",
		reference: notEntries,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count === this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notGraphemes/notGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function notGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_graphemes",
		reference: notGraphemes,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count === this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notLength/notLength.ts
/* @__NO_SIDE_EFFECTS__ */
function notLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_length",
		reference: notLength,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length === this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notSize/notSize.ts
/* @__NO_SIDE_EFFECTS__ */
function notSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_size",
		reference: notSize,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size === this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notValue/notValue.ts
/* @__NO_SIDE_EFFECTS__ */
function notValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_value",
		reference: notValue,
		async: false,
		expects: requirement instanceof Date ? `!${requirement.toJSON()}` : `!${/* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && /* @__PURE__ */ _isValueMatch(this.requirement, dataset.value)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notValues/notValues.ts
/* @__NO_SIDE_EFFECTS__ */
function notValues(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_values",
		reference: notValues,
		async: false,
		expects: `!${/* @__PURE__ */ _joinExpects(requirement.map((value$1) => value$1 instanceof Date ? value$1.toJSON() : /* @__PURE__ */ _stringify(value$1)), "|")}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && this.requirement.some((requirement$1) => /* @__PURE__ */ _isValueMatch(requirement$1, dataset.value))) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notWords/notWords.ts
/* @__NO_SIDE_EFFECTS__ */
function notWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "not_words",
		reference: notWords,
		async: false,
		expects: `!${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count === this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/octal/octal.ts
/* @__NO_SIDE_EFFECTS__ */
function octal(message$1) {
	return {
		kind: "validation",
		type: "octal",
		reference: octal,
		async: false,
		expects: null,
		requirement: OCTAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "octal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/parseBoolean/parseBoolean.ts
const TRUTHY = (/* unused pure expression or super */ null && ([
	true,
	1,
	"true",
	"1",
	"yes",
	"y",
	"on",
	"enabled"
]));
const FALSY = (/* unused pure expression or super */ null && ([
	false,
	0,
	"false",
	"0",
	"no",
	"n",
	"off",
	"disabled"
]));
/* @__NO_SIDE_EFFECTS__ */
function parseBoolean(config$1, message$1) {
	const normalize$1 = (v) => typeof v === "string" ? v.toLowerCase() : v;
	const truthyRaw = config$1?.truthy ?? TRUTHY;
	const falsyRaw = config$1?.falsy ?? FALSY;
	const truthy = config$1?.truthy ? config$1.truthy.map(normalize$1) : TRUTHY;
	const falsy = config$1?.falsy ? config$1.falsy.map(normalize$1) : FALSY;
	return {
		kind: "transformation",
		type: "parse_boolean",
		reference: parseBoolean,
		expects: /* @__PURE__ */ _joinExpects([...truthyRaw, ...falsyRaw].map(_stringify), "|"),
		config: config$1,
		message: message$1,
		async: false,
		"~run"(dataset, config$2) {
			const input = normalize$1(dataset.value);
			if (truthy.includes(input)) dataset.value = true;
			else if (falsy.includes(input)) dataset.value = false;
			else {
				_addIssue(this, "boolean", dataset, config$2);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/parseJson/parseJson.ts
/* @__NO_SIDE_EFFECTS__ */
function parseJson(config$1, message$1) {
	return {
		kind: "transformation",
		type: "parse_json",
		reference: parseJson,
		config: config$1,
		message: message$1,
		async: false,
		"~run"(dataset, config$2) {
			try {
				dataset.value = JSON.parse(dataset.value, this.config?.reviver);
			} catch (error) {
				if (error instanceof Error) {
					_addIssue(this, "JSON", dataset, config$2, { received: `"${error.message}"` });
					dataset.typed = false;
				} else throw error;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/partialCheck/utils/_isPartiallyTyped/_isPartiallyTyped.ts
/**
* Checks if a dataset is partially typed.
*
* @param dataset The dataset to check.
* @param paths The paths to check.
*
* @returns Whether it is partially typed.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isPartiallyTyped(dataset, paths) {
	if (dataset.issues) for (const path of paths) for (const issue of dataset.issues) {
		let typed = false;
		const bound = Math.min(path.length, issue.path?.length ?? 0);
		for (let index = 0; index < bound; index++) if (path[index] !== issue.path[index].key && (path[index] !== "$" || issue.path[index].type !== "array")) {
			typed = true;
			break;
		}
		if (!typed) return false;
	}
	return true;
}

//#endregion
//#region src/actions/partialCheck/partialCheck.ts
/* @__NO_SIDE_EFFECTS__ */
function partialCheck(paths, requirement, message$1) {
	return {
		kind: "validation",
		type: "partial_check",
		reference: partialCheck,
		async: false,
		expects: null,
		paths,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if ((dataset.typed || /* @__PURE__ */ _isPartiallyTyped(dataset, paths)) && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/partialCheck/partialCheckAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function partialCheckAsync(paths, requirement, message$1) {
	return {
		kind: "validation",
		type: "partial_check",
		reference: partialCheckAsync,
		async: true,
		expects: null,
		paths,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if ((dataset.typed || /* @__PURE__ */ _isPartiallyTyped(dataset, paths)) && !await this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawCheck/rawCheck.ts
/**
* Creates a raw check validation action.
*
* @param action The validation action.
*
* @returns A raw check action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawCheck(action) {
	return {
		kind: "validation",
		type: "raw_check",
		reference: rawCheck,
		async: false,
		expects: null,
		"~run"(dataset, config$1) {
			action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info)
			});
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawCheck/rawCheckAsync.ts
/**
* Creates a raw check validation action.
*
* @param action The validation action.
*
* @returns A raw check action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawCheckAsync(action) {
	return {
		kind: "validation",
		type: "raw_check",
		reference: rawCheckAsync,
		async: true,
		expects: null,
		async "~run"(dataset, config$1) {
			await action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info)
			});
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawTransform/rawTransform.ts
/**
* Creates a raw transformation action.
*
* @param action The transformation action.
*
* @returns A raw transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawTransform(action) {
	return {
		kind: "transformation",
		type: "raw_transform",
		reference: rawTransform,
		async: false,
		"~run"(dataset, config$1) {
			const output = action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info),
				NEVER: null
			});
			if (dataset.issues) dataset.typed = false;
			else dataset.value = output;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawTransform/rawTransformAsync.ts
/**
* Creates a raw transformation action.
*
* @param action The transformation action.
*
* @returns A raw transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawTransformAsync(action) {
	return {
		kind: "transformation",
		type: "raw_transform",
		reference: rawTransformAsync,
		async: true,
		async "~run"(dataset, config$1) {
			const output = await action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info),
				NEVER: null
			});
			if (dataset.issues) dataset.typed = false;
			else dataset.value = output;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/readonly/readonly.ts
/* @__NO_SIDE_EFFECTS__ */
function readonly() {
	return {
		kind: "transformation",
		type: "readonly",
		reference: readonly,
		async: false,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/reduceItems/reduceItems.ts
/* @__NO_SIDE_EFFECTS__ */
function reduceItems(operation, initial) {
	return {
		kind: "transformation",
		type: "reduce_items",
		reference: reduceItems,
		async: false,
		operation,
		initial,
		"~run"(dataset) {
			dataset.value = dataset.value.reduce(this.operation, this.initial);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/regex/regex.ts
/* @__NO_SIDE_EFFECTS__ */
function regex(requirement, message$1) {
	return {
		kind: "validation",
		type: "regex",
		reference: regex,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "format", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/returns/returns.ts
/* @__NO_SIDE_EFFECTS__ */
function returns(schema) {
	return {
		kind: "transformation",
		type: "returns",
		reference: returns,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = (...args_) => {
				const returnsDataset = this.schema["~run"]({ value: func(...args_) }, config$1);
				if (returnsDataset.issues) throw new ValiError(returnsDataset.issues);
				return returnsDataset.value;
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/returns/returnsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function returnsAsync(schema) {
	return {
		kind: "transformation",
		type: "returns",
		reference: returnsAsync,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = async (...args_) => {
				const returnsDataset = await this.schema["~run"]({ value: await func(...args_) }, config$1);
				if (returnsDataset.issues) throw new ValiError(returnsDataset.issues);
				return returnsDataset.value;
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rfcEmail/rfcEmail.ts
/* @__NO_SIDE_EFFECTS__ */
function rfcEmail(message$1) {
	return {
		kind: "validation",
		type: "rfc_email",
		reference: rfcEmail,
		expects: null,
		async: false,
		requirement: RFC_EMAIL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "email", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/safeInteger/safeInteger.ts
/* @__NO_SIDE_EFFECTS__ */
function safeInteger(message$1) {
	return {
		kind: "validation",
		type: "safe_integer",
		reference: safeInteger,
		async: false,
		expects: null,
		requirement: Number.isSafeInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "safe integer", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/size/size.ts
/* @__NO_SIDE_EFFECTS__ */
function size(requirement, message$1) {
	return {
		kind: "validation",
		type: "size",
		reference: size,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size !== this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/slug/slug.ts
/* @__NO_SIDE_EFFECTS__ */
function slug(message$1) {
	return {
		kind: "validation",
		type: "slug",
		reference: slug,
		async: false,
		expects: null,
		requirement: SLUG_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "slug", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/someItem/someItem.ts
/* @__NO_SIDE_EFFECTS__ */
function someItem(requirement, message$1) {
	return {
		kind: "validation",
		type: "some_item",
		reference: someItem,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.some(this.requirement)) _addIssue(this, "item", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/sortItems/sortItems.ts
/* @__NO_SIDE_EFFECTS__ */
function sortItems(operation) {
	return {
		kind: "transformation",
		type: "sort_items",
		reference: sortItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.sort(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/startsWith/startsWith.ts
/* @__NO_SIDE_EFFECTS__ */
function startsWith(requirement, message$1) {
	return {
		kind: "validation",
		type: "starts_with",
		reference: startsWith,
		async: false,
		expects: `"${requirement}"`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.startsWith(this.requirement)) _addIssue(this, "start", dataset, config$1, { received: `"${dataset.value.slice(0, this.requirement.length)}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/stringifyJson/stringifyJson.ts
/* @__NO_SIDE_EFFECTS__ */
function stringifyJson(config$1, message$1) {
	return {
		kind: "transformation",
		type: "stringify_json",
		reference: stringifyJson,
		message: message$1,
		config: config$1,
		async: false,
		"~run"(dataset, config$2) {
			try {
				const output = JSON.stringify(dataset.value, this.config?.replacer, this.config?.space);
				if (output === void 0) {
					_addIssue(this, "JSON", dataset, config$2);
					dataset.typed = false;
				} else dataset.value = output;
			} catch (error) {
				if (error instanceof Error) {
					_addIssue(this, "JSON", dataset, config$2, { received: `"${error.message}"` });
					dataset.typed = false;
				} else throw error;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/title/title.ts
/**
* Creates a title metadata action.
*
* @param title_ The title text.
*
* @returns A title action.
*/
/* @__NO_SIDE_EFFECTS__ */
function title(title_) {
	return {
		kind: "metadata",
		type: "title",
		reference: title,
		title: title_
	};
}

//#endregion
//#region src/actions/toBigint/toBigint.ts
/* @__NO_SIDE_EFFECTS__ */
function toBigint(message$1) {
	return {
		kind: "transformation",
		type: "to_bigint",
		reference: toBigint,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = BigInt(dataset.value);
			} catch {
				_addIssue(this, "bigint", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toBoolean/toBoolean.ts
/**
* Creates a to boolean transformation action.
*
* @returns A to boolean action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toBoolean() {
	return {
		kind: "transformation",
		type: "to_boolean",
		reference: toBoolean,
		async: false,
		"~run"(dataset) {
			dataset.value = Boolean(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toCamelCase/toCamelCase.ts
/**
* Creates a to camel case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parseUrlValue`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2Name`).
*
* @returns A to camel case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toCamelCase() {
	return {
		kind: "transformation",
		type: "to_camel_case",
		reference: toCamelCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "", false, true);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toDate/toDate.ts
/* @__NO_SIDE_EFFECTS__ */
function toDate(message$1) {
	return {
		kind: "transformation",
		type: "to_date",
		reference: toDate,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = new Date(dataset.value);
				if (isNaN(dataset.value)) {
					_addIssue(this, "date", dataset, config$1, { received: "\"Invalid Date\"" });
					dataset.typed = false;
				}
			} catch {
				_addIssue(this, "date", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toKebabCase/toKebabCase.ts
/**
* Creates a to kebab case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parse-url-value`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2-name`).
*
* @returns A to kebab case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toKebabCase() {
	return {
		kind: "transformation",
		type: "to_kebab_case",
		reference: toKebabCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "-", false, false);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toLowerCase/toLowerCase.ts
/**
* Creates a to lower case transformation action.
*
* @returns A to lower case action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toLowerCase() {
	return {
		kind: "transformation",
		type: "to_lower_case",
		reference: toLowerCase,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.toLowerCase();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toMaxValue/toMaxValue.ts
/**
* Creates a to max value transformation action.
*
* @param requirement The maximum value.
*
* @returns A to max value action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toMaxValue(requirement) {
	return {
		kind: "transformation",
		type: "to_max_value",
		reference: toMaxValue,
		async: false,
		requirement,
		"~run"(dataset) {
			dataset.value = dataset.value > this.requirement ? this.requirement : dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toMinValue/toMinValue.ts
/**
* Creates a to min value transformation action.
*
* @param requirement The minimum value.
*
* @returns A to min value action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toMinValue(requirement) {
	return {
		kind: "transformation",
		type: "to_min_value",
		reference: toMinValue,
		async: false,
		requirement,
		"~run"(dataset) {
			dataset.value = dataset.value < this.requirement ? this.requirement : dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toNumber/toNumber.ts
/* @__NO_SIDE_EFFECTS__ */
function toNumber(message$1) {
	return {
		kind: "transformation",
		type: "to_number",
		reference: toNumber,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = Number(dataset.value);
				if (isNaN(dataset.value)) {
					_addIssue(this, "number", dataset, config$1);
					dataset.typed = false;
				}
			} catch {
				_addIssue(this, "number", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toPascalCase/toPascalCase.ts
/**
* Creates a to pascal case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `ParseUrlValue`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `Item2Name`).
*
* @returns A to pascal case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toPascalCase() {
	return {
		kind: "transformation",
		type: "to_pascal_case",
		reference: toPascalCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "", true, true);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toSnakeCase/toSnakeCase.ts
/**
* Creates a to snake case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parse_url_value`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2_name`).
*
* @returns A to snake case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toSnakeCase() {
	return {
		kind: "transformation",
		type: "to_snake_case",
		reference: toSnakeCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "_", false, false);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toString/toString.ts
/* @__NO_SIDE_EFFECTS__ */
function toString(message$1) {
	return {
		kind: "transformation",
		type: "to_string",
		reference: toString,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = String(dataset.value);
			} catch {
				_addIssue(this, "string", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toUpperCase/toUpperCase.ts
/**
* Creates a to upper case transformation action.
*
* @returns A to upper case action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toUpperCase() {
	return {
		kind: "transformation",
		type: "to_upper_case",
		reference: toUpperCase,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.toUpperCase();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/transform/transform.ts
/**
* Creates a custom transformation action.
*
* @param operation The transformation operation.
*
* @returns A transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function transform(operation) {
	return {
		kind: "transformation",
		type: "transform",
		reference: transform,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = this.operation(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/transform/transformAsync.ts
/**
* Creates a custom transformation action.
*
* @param operation The transformation operation.
*
* @returns A transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function transformAsync(operation) {
	return {
		kind: "transformation",
		type: "transform",
		reference: transformAsync,
		async: true,
		operation,
		async "~run"(dataset) {
			dataset.value = await this.operation(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trim/trim.ts
/**
* Creates a trim transformation action.
*
* @returns A trim action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trim() {
	return {
		kind: "transformation",
		type: "trim",
		reference: trim,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trim();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trimEnd/trimEnd.ts
/**
* Creates a trim end transformation action.
*
* @returns A trim end action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trimEnd() {
	return {
		kind: "transformation",
		type: "trim_end",
		reference: trimEnd,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trimEnd();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trimStart/trimStart.ts
/**
* Creates a trim start transformation action.
*
* @returns A trim start action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trimStart() {
	return {
		kind: "transformation",
		type: "trim_start",
		reference: trimStart,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trimStart();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ulid/ulid.ts
/* @__NO_SIDE_EFFECTS__ */
function ulid(message$1) {
	return {
		kind: "validation",
		type: "ulid",
		reference: ulid,
		async: false,
		expects: null,
		requirement: ULID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "ULID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/url/url.ts
/* @__NO_SIDE_EFFECTS__ */
function url(message$1) {
	return {
		kind: "validation",
		type: "url",
		reference: url,
		async: false,
		expects: null,
		requirement(input) {
			try {
				if (URL.canParse) return URL.canParse(input);
				new URL(input);
				return true;
			} catch {
				return false;
			}
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "URL", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/uuid/uuid.ts
/* @__NO_SIDE_EFFECTS__ */
function uuid(message$1) {
	return {
		kind: "validation",
		type: "uuid",
		reference: uuid,
		async: false,
		expects: null,
		requirement: UUID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "UUID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/value/value.ts
/* @__NO_SIDE_EFFECTS__ */
function value(requirement, message$1) {
	return {
		kind: "validation",
		type: "value",
		reference: value,
		async: false,
		expects: requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement),
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !/* @__PURE__ */ _isValueMatch(this.requirement, dataset.value)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/values/values.ts
/* @__NO_SIDE_EFFECTS__ */
function values(requirement, message$1) {
	return {
		kind: "validation",
		type: "values",
		reference: values,
		async: false,
		expects: `${/* @__PURE__ */ _joinExpects(requirement.map((value$1) => value$1 instanceof Date ? value$1.toJSON() : /* @__PURE__ */ _stringify(value$1)), "|")}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.some((requirement$1) => /* @__PURE__ */ _isValueMatch(requirement$1, dataset.value))) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/words/words.ts
/* @__NO_SIDE_EFFECTS__ */
function words(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "words",
		reference: words,
		async: false,
		expects: `${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count !== this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/const.ts
const ABORT_EARLY_CONFIG = { abortEarly: true };

//#endregion
//#region src/methods/assert/assert.ts
/**
* Checks if the input matches the schema. As this is an assertion function, it
* can be used as a type guard.
*
* @param schema The schema to be used.
* @param input The input to be tested.
*/
function assert(schema, input) {
	const issues = schema["~run"]({ value: input }, ABORT_EARLY_CONFIG).issues;
	if (issues) throw new ValiError(issues);
}

//#endregion
//#region src/methods/cache/_LruCache.ts
/**
* Efficient LRU cache using Map iteration order.
*/
var _LruCache = class {
	constructor(config$1) {
		this.refCount = 0;
		this.maxSize = config$1?.maxSize ?? 1e3;
		this.maxAge = config$1?.maxAge ?? Infinity;
		this.hasMaxAge = isFinite(this.maxAge);
	}
	/**
	* Stringifies an unknown input to a cache key component.
	*
	* @param input The unknown input.
	*
	* @returns A cache key component.
	*/
	stringify(input) {
		const type = typeof input;
		if (type === "string") return `"${input}"`;
		if (type === "number" || type === "boolean") return `${input}`;
		if (type === "bigint") return `${input}n`;
		if (type === "object" || type === "function") {
			if (input) {
				this.refIds ?? (this.refIds = /* @__PURE__ */ new WeakMap());
				let id = this.refIds.get(input);
				if (!id) {
					id = ++this.refCount;
					this.refIds.set(input, id);
				}
				return `#${id}`;
			}
			return "null";
		}
		return type;
	}
	/**
	* Creates a cache key from input and config.
	*
	* @param input The input value.
	* @param config The parse configuration.
	*
	* @returns The cache key.
	*/
	key(input, config$1 = {}) {
		return `${this.stringify(input)}|${this.stringify(config$1.lang)}|${this.stringify(config$1.message)}|${this.stringify(config$1.abortEarly)}|${this.stringify(config$1.abortPipeEarly)}`;
	}
	/**
	* Gets a value from the cache by key.
	*
	* @param key The cache key.
	*
	* @returns The cached value.
	*/
	get(key) {
		if (!this.store) return void 0;
		const entry = this.store.get(key);
		if (!entry) return void 0;
		if (this.hasMaxAge && Date.now() - entry[1] > this.maxAge) {
			this.store.delete(key);
			return;
		}
		this.store.delete(key);
		this.store.set(key, entry);
		return entry[0];
	}
	/**
	* Sets a value in the cache by key.
	*
	* @param key The cache key.
	* @param value The cached value.
	*/
	set(key, value$1) {
		this.store ?? (this.store = /* @__PURE__ */ new Map());
		this.store.delete(key);
		const timestamp = this.hasMaxAge ? Date.now() : 0;
		this.store.set(key, [value$1, timestamp]);
		if (this.store.size > this.maxSize) this.store.delete(this.store.keys().next().value);
	}
	/**
	* Clears all entries from the cache.
	*/
	clear() {
		this.store?.clear();
	}
};

//#endregion
//#region src/methods/cache/cache.ts
/* @__NO_SIDE_EFFECTS__ */
function cache(schema, config$1) {
	return _standardSchema({
		...schema,
		cacheConfig: config$1,
		cache: new _LruCache(config$1),
		"~run"(dataset, runConfig) {
			const key = this.cache.key(dataset.value, runConfig);
			let outputDataset = this.cache.get(key);
			if (!outputDataset) this.cache.set(key, outputDataset = schema["~run"](dataset, runConfig));
			return /* @__PURE__ */ _cloneDataset(outputDataset);
		}
	});
}

//#endregion
//#region src/methods/cache/cacheAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function cacheAsync(schema, config$1) {
	let activeRuns;
	return _standardSchema({
		...schema,
		async: true,
		cacheConfig: config$1,
		cache: new _LruCache(config$1),
		async "~run"(dataset, runConfig) {
			const key = this.cache.key(dataset.value, runConfig);
			const cached = this.cache.get(key);
			if (cached) return /* @__PURE__ */ _cloneDataset(cached);
			let promise$1 = activeRuns?.get(key);
			if (!promise$1) {
				activeRuns ?? (activeRuns = /* @__PURE__ */ new Map());
				promise$1 = Promise.resolve(schema["~run"](dataset, runConfig));
				activeRuns.set(key, promise$1);
			}
			try {
				const outputDataset = await promise$1;
				this.cache.set(key, outputDataset);
				return /* @__PURE__ */ _cloneDataset(outputDataset);
			} finally {
				activeRuns?.delete(key);
			}
		}
	});
}

//#endregion
//#region src/methods/config/config.ts
/**
* Changes the local configuration of a schema.
*
* @param schema The schema to configure.
* @param config The parse configuration.
*
* @returns The configured schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function config(schema, config$1) {
	return _standardSchema({
		...schema,
		"~run"(dataset, config_) {
			return schema["~run"](dataset, {
				...config_,
				...config$1
			});
		}
	});
}

//#endregion
//#region src/methods/getFallback/getFallback.ts
/**
* Returns the fallback value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The output dataset if available.
* @param config The config if available.
*
* @returns The fallback value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getFallback(schema, dataset, config$1) {
	return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}

//#endregion
//#region src/methods/fallback/fallback.ts
/**
* Returns a fallback value as output if the input does not match the schema.
*
* @param schema The schema to catch.
* @param fallback The fallback value.
*
* @returns The passed schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function fallback(schema, fallback$1) {
	return _standardSchema({
		...schema,
		fallback: fallback$1,
		"~run"(dataset, config$1) {
			const outputDataset = schema["~run"](dataset, config$1);
			return outputDataset.issues ? {
				typed: true,
				value: /* @__PURE__ */ getFallback(this, outputDataset, config$1)
			} : outputDataset;
		}
	});
}

//#endregion
//#region src/methods/fallback/fallbackAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function fallbackAsync(schema, fallback$1) {
	return _standardSchema({
		...schema,
		fallback: fallback$1,
		async: true,
		async "~run"(dataset, config$1) {
			const outputDataset = await schema["~run"](dataset, config$1);
			return outputDataset.issues ? {
				typed: true,
				value: await /* @__PURE__ */ getFallback(this, outputDataset, config$1)
			} : outputDataset;
		}
	});
}

//#endregion
//#region src/methods/flatten/flatten.ts
/* @__NO_SIDE_EFFECTS__ */
function flatten(issues) {
	const flatErrors = {};
	for (const issue of issues) if (issue.path) {
		const dotPath = /* @__PURE__ */ getDotPath(issue);
		if (dotPath) {
			if (!flatErrors.nested) flatErrors.nested = {};
			if (Object.prototype.hasOwnProperty.call(flatErrors.nested, dotPath)) flatErrors.nested[dotPath].push(issue.message);
			else flatErrors.nested[dotPath] = [issue.message];
		} else if (flatErrors.other) flatErrors.other.push(issue.message);
		else flatErrors.other = [issue.message];
	} else if (flatErrors.root) flatErrors.root.push(issue.message);
	else flatErrors.root = [issue.message];
	return flatErrors;
}

//#endregion
//#region src/methods/forward/forward.ts
/**
* Forwards the issues of the passed validation action.
*
* @param action The validation action.
* @param path The path to forward the issues to.
*
* @returns The modified action.
*/
/* @__NO_SIDE_EFFECTS__ */
function forward(action, path) {
	return {
		...action,
		"~run"(dataset, config$1) {
			const prevIssues = dataset.issues && [...dataset.issues];
			dataset = action["~run"](dataset, config$1);
			if (dataset.issues) {
				for (const issue of dataset.issues) if (!prevIssues?.includes(issue)) {
					let pathInput = dataset.value;
					for (const key of path) {
						const pathValue = pathInput[key];
						const pathItem = {
							type: "unknown",
							origin: "value",
							input: pathInput,
							key,
							value: pathValue
						};
						if (issue.path) issue.path.push(pathItem);
						else issue.path = [pathItem];
						if (!pathValue) break;
						pathInput = pathValue;
					}
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/methods/forward/forwardAsync.ts
/**
* Forwards the issues of the passed validation action.
*
* @param action The validation action.
* @param path The path to forward the issues to.
*
* @returns The modified action.
*/
/* @__NO_SIDE_EFFECTS__ */
function forwardAsync(action, path) {
	return {
		...action,
		async: true,
		async "~run"(dataset, config$1) {
			const prevIssues = dataset.issues && [...dataset.issues];
			dataset = await action["~run"](dataset, config$1);
			if (dataset.issues) {
				for (const issue of dataset.issues) if (!prevIssues?.includes(issue)) {
					let pathInput = dataset.value;
					for (const key of path) {
						const pathValue = pathInput[key];
						const pathItem = {
							type: "unknown",
							origin: "value",
							input: pathInput,
							key,
							value: pathValue
						};
						if (issue.path) issue.path.push(pathItem);
						else issue.path = [pathItem];
						if (!pathValue) break;
						pathInput = pathValue;
					}
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/methods/getDefault/getDefault.ts
/**
* Returns the default value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The input dataset if available.
* @param config The config if available.
*
* @returns The default value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getDefault(schema, dataset, config$1) {
	return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}

//#endregion
//#region src/methods/getDefaults/getDefaults.ts
/**
* Returns the default values of the schema.
*
* Hint: The difference to `getDefault` is that for object and tuple schemas
* this function recursively returns the default values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The default values.
*/
/* @__NO_SIDE_EFFECTS__ */
function getDefaults(schema) {
	if ("entries" in schema) {
		const object$1 = {};
		for (const key in schema.entries) object$1[key] = /* @__PURE__ */ getDefaults(schema.entries[key]);
		return object$1;
	}
	if ("items" in schema) return schema.items.map(getDefaults);
	return /* @__PURE__ */ getDefault(schema);
}

//#endregion
//#region src/methods/getDefaults/getDefaultsAsync.ts
/**
* Returns the default values of the schema.
*
* Hint: The difference to `getDefault` is that for object and tuple schemas
* this function recursively returns the default values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The default values.
*/
/* @__NO_SIDE_EFFECTS__ */
async function getDefaultsAsync(schema) {
	if ("entries" in schema) return Object.fromEntries(await Promise.all(Object.entries(schema.entries).map(async ([key, value$1]) => [key, await /* @__PURE__ */ getDefaultsAsync(value$1)])));
	if ("items" in schema) return Promise.all(schema.items.map(getDefaultsAsync));
	return /* @__PURE__ */ getDefault(schema);
}

//#endregion
//#region src/methods/getDescription/getDescription.ts
/**
* Returns the description of the schema.
*
* If multiple descriptions are defined, the last one of the highest level is
* returned. If no description is defined, `undefined` is returned.
*
* @param schema The schema to get the description from.
*
* @returns The description, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getDescription(schema) {
	return /* @__PURE__ */ _getLastMetadata(schema, "description");
}

//#endregion
//#region src/methods/getExamples/getExamples.ts
/**
* Returns the examples of a schema.
*
* If multiple examples are defined, it concatenates them using depth-first
* search. If no examples are defined, an empty array is returned.
*
* @param schema The schema to get the examples from.
*
* @returns The examples, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getExamples(schema) {
	const examples$1 = [];
	function depthFirstCollect(schema$1) {
		if ("pipe" in schema$1) {
			for (const item of schema$1.pipe) if (item.kind === "schema" && "pipe" in item) depthFirstCollect(item);
			else if (item.kind === "metadata" && item.type === "examples") for (const example of item.examples) examples$1.push(example);
		}
	}
	depthFirstCollect(schema);
	return examples$1;
}

//#endregion
//#region src/methods/getFallbacks/getFallbacks.ts
/**
* Returns the fallback values of the schema.
*
* Hint: The difference to `getFallback` is that for object and tuple schemas
* this function recursively returns the fallback values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The fallback values.
*/
/* @__NO_SIDE_EFFECTS__ */
function getFallbacks(schema) {
	if ("entries" in schema) {
		const object$1 = {};
		for (const key in schema.entries) object$1[key] = /* @__PURE__ */ getFallbacks(schema.entries[key]);
		return object$1;
	}
	if ("items" in schema) return schema.items.map(getFallbacks);
	return /* @__PURE__ */ getFallback(schema);
}

//#endregion
//#region src/methods/getFallbacks/getFallbacksAsync.ts
/**
* Returns the fallback values of the schema.
*
* Hint: The difference to `getFallback` is that for object and tuple schemas
* this function recursively returns the fallback values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The fallback values.
*/
/* @__NO_SIDE_EFFECTS__ */
async function getFallbacksAsync(schema) {
	if ("entries" in schema) return Object.fromEntries(await Promise.all(Object.entries(schema.entries).map(async ([key, value$1]) => [key, await /* @__PURE__ */ getFallbacksAsync(value$1)])));
	if ("items" in schema) return Promise.all(schema.items.map(getFallbacksAsync));
	return /* @__PURE__ */ getFallback(schema);
}

//#endregion
//#region src/methods/getMetadata/getMetadata.ts
/**
* Returns the metadata of a schema.
*
* If multiple metadata are defined, it shallowly merges them using depth-first
* search. If no metadata is defined, an empty object is returned.
*
* @param schema Schema to get the metadata from.
*
* @returns The metadata, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getMetadata(schema) {
	const result = {};
	function depthFirstMerge(schema$1) {
		if ("pipe" in schema$1) {
			for (const item of schema$1.pipe) if (item.kind === "schema" && "pipe" in item) depthFirstMerge(item);
			else if (item.kind === "metadata" && item.type === "metadata") Object.assign(result, item.metadata);
		}
	}
	depthFirstMerge(schema);
	return result;
}

//#endregion
//#region src/methods/getTitle/getTitle.ts
/**
* Returns the title of the schema.
*
* If multiple titles are defined, the last one of the highest level is
* returned. If no title is defined, `undefined` is returned.
*
* @param schema The schema to get the title from.
*
* @returns The title, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getTitle(schema) {
	return /* @__PURE__ */ _getLastMetadata(schema, "title");
}

//#endregion
//#region src/methods/is/is.ts
/**
* Checks if the input matches the schema. By using a type predicate, this
* function can be used as a type guard.
*
* @param schema The schema to be used.
* @param input The input to be tested.
*
* @returns Whether the input matches the schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function is(schema, input) {
	return !schema["~run"]({ value: input }, ABORT_EARLY_CONFIG).issues;
}

//#endregion
//#region src/schemas/any/any.ts
/**
* Creates an any schema.
*
* Hint: This schema function exists only for completeness and is not
* recommended in practice. Instead, `unknown` should be used to accept
* unknown data.
*
* @returns An any schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function any() {
	return _standardSchema({
		kind: "schema",
		type: "any",
		reference: any,
		expects: "any",
		async: false,
		"~run"(dataset) {
			dataset.typed = true;
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/array/array.ts
/* @__NO_SIDE_EFFECTS__ */
function array(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: array,
		expects: "Array",
		async: false,
		item,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/array/arrayAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function arrayAsync(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: arrayAsync,
		expects: "Array",
		async: true,
		item,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(input.map((value$1) => this.item["~run"]({ value: value$1 }, config$1)));
				for (let key = 0; key < itemDatasets.length; key++) {
					const itemDataset = itemDatasets[key];
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: input[key]
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/bigint/bigint.ts
/* @__NO_SIDE_EFFECTS__ */
function bigint(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "bigint",
		reference: bigint,
		expects: "bigint",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "bigint") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/blob/blob.ts
/* @__NO_SIDE_EFFECTS__ */
function blob(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "blob",
		reference: blob,
		expects: "Blob",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Blob) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/boolean/boolean.ts
/* @__NO_SIDE_EFFECTS__ */
function boolean(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "boolean",
		reference: boolean,
		expects: "boolean",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "boolean") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/custom/custom.ts
/* @__NO_SIDE_EFFECTS__ */
function custom(check$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "custom",
		reference: custom,
		expects: "unknown",
		async: false,
		check: check$1,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.check(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/custom/customAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function customAsync(check$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "custom",
		reference: customAsync,
		expects: "unknown",
		async: true,
		check: check$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (await this.check(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/date/date.ts
/* @__NO_SIDE_EFFECTS__ */
function date(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "date",
		reference: date,
		expects: "Date",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Date) if (!isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1, { received: "\"Invalid Date\"" });
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/enum/enum.ts
/* @__NO_SIDE_EFFECTS__ */
function enum_(enum__, message$1) {
	const options = [];
	for (const key in enum__) if (`${+key}` !== key || typeof enum__[key] !== "string" || !Object.is(enum__[enum__[key]], +key)) options.push(enum__[key]);
	return _standardSchema({
		kind: "schema",
		type: "enum",
		reference: enum_,
		expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
		async: false,
		enum: enum__,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.includes(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/exactOptional/exactOptional.ts
/* @__NO_SIDE_EFFECTS__ */
function exactOptional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "exact_optional",
		reference: exactOptional,
		expects: wrapped.expects,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/exactOptional/exactOptionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function exactOptionalAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "exact_optional",
		reference: exactOptionalAsync,
		expects: wrapped.expects,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/file/file.ts
/* @__NO_SIDE_EFFECTS__ */
function file(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "file",
		reference: file,
		expects: "File",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof File) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/function/function.ts
/* @__NO_SIDE_EFFECTS__ */
function function_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "function",
		reference: function_,
		expects: "Function",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "function") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/instance/instance.ts
/* @__NO_SIDE_EFFECTS__ */
function instance(class_, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "instance",
		reference: instance,
		expects: class_.name,
		async: false,
		class: class_,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof this.class) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/intersect/utils/_merge/_merge.ts
/**
* Merges two values into one single output.
*
* @param value1 First value.
* @param value2 Second value.
*
* @returns The merge dataset.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _merge(value1, value2) {
	if (typeof value1 === typeof value2) {
		if (/* @__PURE__ */ _isSameValueZero(value1, value2) || value1 instanceof Date && value2 instanceof Date && /* @__PURE__ */ _isSameValueZero(+value1, +value2)) return { value: value1 };
		if (value1 && value2 && value1.constructor === Object && value2.constructor === Object) {
			const nextValue = {
				...value1,
				...value2
			};
			for (const key in value2) if (Object.prototype.hasOwnProperty.call(value1, key) && Object.prototype.hasOwnProperty.call(value2, key)) {
				const dataset = /* @__PURE__ */ _merge(value1[key], value2[key]);
				if (dataset.issue) return dataset;
				nextValue[key] = dataset.value;
			}
			return { value: nextValue };
		}
		if (Array.isArray(value1) && Array.isArray(value2)) {
			if (value1.length === value2.length) {
				const nextValue = [...value1];
				for (let index = 0; index < value1.length; index++) {
					const dataset = /* @__PURE__ */ _merge(value1[index], value2[index]);
					if (dataset.issue) return dataset;
					nextValue[index] = dataset.value;
				}
				return { value: nextValue };
			}
		}
	}
	return { issue: true };
}

//#endregion
//#region src/schemas/intersect/intersect.ts
/* @__NO_SIDE_EFFECTS__ */
function intersect(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "intersect",
		reference: intersect,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "&"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.length) {
				const input = dataset.value;
				let outputs;
				dataset.typed = true;
				for (const schema of this.options) {
					const optionDataset = schema["~run"]({ value: input }, config$1);
					if (optionDataset.issues) {
						if (dataset.issues) for (const issue of optionDataset.issues) dataset.issues.push(issue);
						else dataset.issues = optionDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!optionDataset.typed) dataset.typed = false;
					if (dataset.typed) if (outputs) outputs.push(optionDataset.value);
					else outputs = [optionDataset.value];
				}
				if (dataset.typed) {
					dataset.value = outputs[0];
					for (let index = 1; index < outputs.length; index++) {
						const mergeDataset = /* @__PURE__ */ _merge(dataset.value, outputs[index]);
						if (mergeDataset.issue) {
							_addIssue(this, "type", dataset, config$1, { received: "unknown" });
							break;
						}
						dataset.value = mergeDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/intersect/intersectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function intersectAsync(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "intersect",
		reference: intersectAsync,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "&"),
		async: true,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (this.options.length) {
				const input = dataset.value;
				let outputs;
				dataset.typed = true;
				const optionDatasets = await Promise.all(this.options.map((schema) => schema["~run"]({ value: input }, config$1)));
				for (const optionDataset of optionDatasets) {
					if (optionDataset.issues) {
						if (dataset.issues) for (const issue of optionDataset.issues) dataset.issues.push(issue);
						else dataset.issues = optionDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!optionDataset.typed) dataset.typed = false;
					if (dataset.typed) if (outputs) outputs.push(optionDataset.value);
					else outputs = [optionDataset.value];
				}
				if (dataset.typed) {
					dataset.value = outputs[0];
					for (let index = 1; index < outputs.length; index++) {
						const mergeDataset = /* @__PURE__ */ _merge(dataset.value, outputs[index]);
						if (mergeDataset.issue) {
							_addIssue(this, "type", dataset, config$1, { received: "unknown" });
							break;
						}
						dataset.value = mergeDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/lazy/lazy.ts
/**
* Creates a lazy schema.
*
* @param getter The schema getter.
*
* @returns A lazy schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function lazy(getter) {
	return _standardSchema({
		kind: "schema",
		type: "lazy",
		reference: lazy,
		expects: "unknown",
		async: false,
		getter,
		"~run"(dataset, config$1) {
			return this.getter(dataset.value)["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/lazy/lazyAsync.ts
/**
* Creates a lazy schema.
*
* @param getter The schema getter.
*
* @returns A lazy schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function lazyAsync(getter) {
	return _standardSchema({
		kind: "schema",
		type: "lazy",
		reference: lazyAsync,
		expects: "unknown",
		async: true,
		getter,
		async "~run"(dataset, config$1) {
			return (await this.getter(dataset.value))["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/literal/literal.ts
/* @__NO_SIDE_EFFECTS__ */
function literal(literal_, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "literal",
		reference: literal,
		expects: /* @__PURE__ */ _stringify(literal_),
		async: false,
		literal: literal_,
		message: message$1,
		"~run"(dataset, config$1) {
			if (/* @__PURE__ */ _isSameValueZero(dataset.value, this.literal)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseObject/looseObject.ts
/* @__NO_SIDE_EFFECTS__ */
function looseObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_object",
		reference: looseObject,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseObject/looseObjectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function looseObjectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_object",
		reference: looseObjectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseTuple/looseTuple.ts
/* @__NO_SIDE_EFFECTS__ */
function looseTuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_tuple",
		reference: looseTuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) dataset.value.push(input[key]);
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseTuple/looseTupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function looseTupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_tuple",
		reference: looseTupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) dataset.value.push(input[key]);
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/map/map.ts
/* @__NO_SIDE_EFFECTS__ */
function map(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "map",
		reference: map,
		expects: "Map",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Map) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Map();
				for (const [inputKey, inputValue] of input) {
					const keyDataset = this.key["~run"]({ value: inputKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "key",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of keyDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: inputValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "value",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					dataset.value.set(keyDataset.value, valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/map/mapAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function mapAsync(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "map",
		reference: mapAsync,
		expects: "Map",
		async: true,
		key,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Map) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Map();
				const datasets = await Promise.all([...input].map(([inputKey, inputValue]) => Promise.all([
					inputKey,
					inputValue,
					this.key["~run"]({ value: inputKey }, config$1),
					this.value["~run"]({ value: inputValue }, config$1)
				])));
				for (const [inputKey, inputValue, keyDataset, valueDataset] of datasets) {
					if (keyDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "key",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of keyDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (valueDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "value",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					dataset.value.set(keyDataset.value, valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nan/nan.ts
/* @__NO_SIDE_EFFECTS__ */
function nan(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "nan",
		reference: nan,
		expects: "NaN",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (Number.isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/never/never.ts
/* @__NO_SIDE_EFFECTS__ */
function never(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "never",
		reference: never,
		expects: "never",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			_addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullable/nonNullable.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullable(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullable",
		reference: nonNullable,
		expects: "!null",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value !== null) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullable/nonNullableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullableAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullable",
		reference: nonNullableAsync,
		expects: "!null",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.value !== null) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullish/nonNullish.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullish(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullish",
		reference: nonNullish,
		expects: "(!null & !undefined)",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!(dataset.value === null || dataset.value === void 0)) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null || dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullish/nonNullishAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullishAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullish",
		reference: nonNullishAsync,
		expects: "(!null & !undefined)",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (!(dataset.value === null || dataset.value === void 0)) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null || dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonOptional/nonOptional.ts
/* @__NO_SIDE_EFFECTS__ */
function nonOptional(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_optional",
		reference: nonOptional,
		expects: "!undefined",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value !== void 0) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonOptional/nonOptionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonOptionalAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_optional",
		reference: nonOptionalAsync,
		expects: "!undefined",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.value !== void 0) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/null/null.ts
/* @__NO_SIDE_EFFECTS__ */
function null_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "null",
		reference: null_,
		expects: "null",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === null) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nullable/nullable.ts
/* @__NO_SIDE_EFFECTS__ */
function nullable(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullable",
		reference: nullable,
		expects: `(${wrapped.expects} | null)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === null) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullable/nullableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nullableAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullable",
		reference: nullableAsync,
		expects: `(${wrapped.expects} | null)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === null) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullish/nullish.ts
/* @__NO_SIDE_EFFECTS__ */
function nullish(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullish",
		reference: nullish,
		expects: `(${wrapped.expects} | null | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === null || dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null || dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullish/nullishAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nullishAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullish",
		reference: nullishAsync,
		expects: `(${wrapped.expects} | null | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === null || dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null || dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/number/number.ts
/* @__NO_SIDE_EFFECTS__ */
function number(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "number",
		reference: number,
		expects: "number",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/object/object.ts
/* @__NO_SIDE_EFFECTS__ */
function object(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object",
		reference: object,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/object/objectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function objectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object",
		reference: objectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/objectWithRest/objectWithRest.ts
/* @__NO_SIDE_EFFECTS__ */
function objectWithRest(entries$1, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object_with_rest",
		reference: objectWithRest,
		expects: "Object",
		async: false,
		entries: entries$1,
		rest,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) {
						const valueDataset = this.rest["~run"]({ value: input[key] }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: input[key]
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/objectWithRest/objectWithRestAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function objectWithRestAsync(entries$1, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object_with_rest",
		reference: objectWithRestAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		rest,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const [normalDatasets, restDatasets] = await Promise.all([Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				})), Promise.all(Object.entries(input).filter(([key]) => /* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)).map(async ([key, value$1]) => [
					key,
					value$1,
					await this.rest["~run"]({ value: value$1 }, config$1)
				]))]);
				for (const [key, value$1, valueSchema, valueDataset] of normalDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) for (const [key, value$1, valueDataset] of restDatasets) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/optional/optional.ts
/* @__NO_SIDE_EFFECTS__ */
function optional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "optional",
		reference: optional,
		expects: `(${wrapped.expects} | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/optional/optionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function optionalAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "optional",
		reference: optionalAsync,
		expects: `(${wrapped.expects} | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/picklist/picklist.ts
/* @__NO_SIDE_EFFECTS__ */
function picklist(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "picklist",
		reference: picklist,
		expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.includes(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/promise/promise.ts
/* @__NO_SIDE_EFFECTS__ */
function promise(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "promise",
		reference: promise,
		expects: "Promise",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Promise) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/record/record.ts
/* @__NO_SIDE_EFFECTS__ */
function record(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: record,
		expects: "Object",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const entryKey in input) if (/* @__PURE__ */ _isValidObjectKey(input, entryKey)) {
					const entryValue = input[entryKey];
					const keyDataset = this.key["~run"]({ value: entryKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: entryValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/record/recordAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function recordAsync(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: recordAsync,
		expects: "Object",
		async: true,
		key,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const datasets = await Promise.all(Object.entries(input).filter(([key$1]) => /* @__PURE__ */ _isValidObjectKey(input, key$1)).map(([entryKey, entryValue]) => Promise.all([
					entryKey,
					entryValue,
					this.key["~run"]({ value: entryKey }, config$1),
					this.value["~run"]({ value: entryValue }, config$1)
				])));
				for (const [entryKey, entryValue, keyDataset, valueDataset] of datasets) {
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/set/set.ts
/* @__NO_SIDE_EFFECTS__ */
function set(value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "set",
		reference: set,
		expects: "Set",
		async: false,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Set) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Set();
				for (const inputValue of input) {
					const valueDataset = this.value["~run"]({ value: inputValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "set",
							origin: "value",
							input,
							key: null,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value.add(valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/set/setAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function setAsync(value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "set",
		reference: setAsync,
		expects: "Set",
		async: true,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Set) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Set();
				const valueDatasets = await Promise.all([...input].map(async (inputValue) => [inputValue, await this.value["~run"]({ value: inputValue }, config$1)]));
				for (const [inputValue, valueDataset] of valueDatasets) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "set",
							origin: "value",
							input,
							key: null,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value.add(valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictObject/strictObject.ts
/* @__NO_SIDE_EFFECTS__ */
function strictObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_object",
		reference: strictObject,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
						_addIssue(this, "key", dataset, config$1, {
							input: key,
							expected: "never",
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictObject/strictObjectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function strictObjectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_object",
		reference: strictObjectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
						_addIssue(this, "key", dataset, config$1, {
							input: key,
							expected: "never",
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictTuple/strictTuple.ts
/* @__NO_SIDE_EFFECTS__ */
function strictTuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_tuple",
		reference: strictTuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!(dataset.issues && config$1.abortEarly) && this.items.length < input.length) _addIssue(this, "type", dataset, config$1, {
					input: input[this.items.length],
					expected: "never",
					path: [{
						type: "array",
						origin: "value",
						input,
						key: this.items.length,
						value: input[this.items.length]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictTuple/strictTupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function strictTupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_tuple",
		reference: strictTupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!(dataset.issues && config$1.abortEarly) && this.items.length < input.length) _addIssue(this, "type", dataset, config$1, {
					input: input[this.items.length],
					expected: "never",
					path: [{
						type: "array",
						origin: "value",
						input,
						key: this.items.length,
						value: input[this.items.length]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/string/string.ts
/* @__NO_SIDE_EFFECTS__ */
function string(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "string",
		reference: string,
		expects: "string",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "string") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/symbol/symbol.ts
/* @__NO_SIDE_EFFECTS__ */
function symbol(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "symbol",
		reference: symbol,
		expects: "symbol",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "symbol") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tuple/tuple.ts
/* @__NO_SIDE_EFFECTS__ */
function tuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple",
		reference: tuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tuple/tupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple",
		reference: tupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tupleWithRest/tupleWithRest.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleWithRest(items, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple_with_rest",
		reference: tupleWithRest,
		expects: "Array",
		async: false,
		items,
		rest,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.rest["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tupleWithRest/tupleWithRestAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleWithRestAsync(items, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple_with_rest",
		reference: tupleWithRestAsync,
		expects: "Array",
		async: true,
		items,
		rest,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const [normalDatasets, restDatasets] = await Promise.all([Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				})), Promise.all(input.slice(this.items.length).map(async (value$1, key) => {
					return [
						key + this.items.length,
						value$1,
						await this.rest["~run"]({ value: value$1 }, config$1)
					];
				}))]);
				for (const [key, value$1, itemDataset] of normalDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (const [key, value$1, itemDataset] of restDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/undefined/undefined.ts
/* @__NO_SIDE_EFFECTS__ */
function undefined_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "undefined",
		reference: undefined_,
		expects: "undefined",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/undefinedable/undefinedable.ts
/* @__NO_SIDE_EFFECTS__ */
function undefinedable(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "undefinedable",
		reference: undefinedable,
		expects: `(${wrapped.expects} | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/undefinedable/undefinedableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function undefinedableAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "undefinedable",
		reference: undefinedableAsync,
		expects: `(${wrapped.expects} | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/union/utils/_subIssues/_subIssues.ts
/**
* Returns the sub issues of the provided datasets for the union issue.
*
* @param datasets The datasets.
*
* @returns The sub issues.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _subIssues(datasets) {
	let issues;
	if (datasets) for (const dataset of datasets) if (issues) for (const issue of dataset.issues) issues.push(issue);
	else issues = dataset.issues;
	return issues;
}

//#endregion
//#region src/schemas/union/union.ts
/* @__NO_SIDE_EFFECTS__ */
function union(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: union,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			let validDataset;
			let typedDatasets;
			let untypedDatasets;
			for (const schema of this.options) {
				const optionDataset = schema["~run"]({ value: dataset.value }, config$1);
				if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
				else typedDatasets = [optionDataset];
				else {
					validDataset = optionDataset;
					break;
				}
				else if (untypedDatasets) untypedDatasets.push(optionDataset);
				else untypedDatasets = [optionDataset];
			}
			if (validDataset) return validDataset;
			if (typedDatasets) {
				if (typedDatasets.length === 1) return typedDatasets[0];
				_addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/union/unionAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function unionAsync(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: unionAsync,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
		async: true,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			let validDataset;
			let typedDatasets;
			let untypedDatasets;
			for (const schema of this.options) {
				const optionDataset = await schema["~run"]({ value: dataset.value }, config$1);
				if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
				else typedDatasets = [optionDataset];
				else {
					validDataset = optionDataset;
					break;
				}
				else if (untypedDatasets) untypedDatasets.push(optionDataset);
				else untypedDatasets = [optionDataset];
			}
			if (validDataset) return validDataset;
			if (typedDatasets) {
				if (typedDatasets.length === 1) return typedDatasets[0];
				_addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/unknown/unknown.ts
/**
* Creates a unknown schema.
*
* @returns A unknown schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function unknown() {
	return _standardSchema({
		kind: "schema",
		type: "unknown",
		reference: unknown,
		expects: "unknown",
		async: false,
		"~run"(dataset) {
			dataset.typed = true;
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/variant/variant.ts
/* @__NO_SIDE_EFFECTS__ */
function variant(key, options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "variant",
		reference: variant,
		expects: "Object",
		async: false,
		key,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				let outputDataset;
				let maxDiscriminatorPriority = 0;
				let invalidDiscriminatorKey = this.key;
				let expectedDiscriminators = [];
				const parseOptions = (variant$1, allKeys) => {
					for (const schema of variant$1.options) {
						if (schema.type === "variant") parseOptions(schema, new Set(allKeys).add(schema.key));
						else {
							let keysAreValid = true;
							let currentPriority = 0;
							for (const currentKey of allKeys) {
								const discriminatorSchema = schema.entries[currentKey];
								if (currentKey in input ? discriminatorSchema["~run"]({
									typed: false,
									value: input[currentKey]
								}, ABORT_EARLY_CONFIG).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
									keysAreValid = false;
									if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input && !(invalidDiscriminatorKey in input))) {
										maxDiscriminatorPriority = currentPriority;
										invalidDiscriminatorKey = currentKey;
										expectedDiscriminators = [];
									}
									if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
									break;
								}
								currentPriority++;
							}
							if (keysAreValid) {
								const optionDataset = schema["~run"]({ value: input }, config$1);
								if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
							}
						}
						if (outputDataset && !outputDataset.issues) break;
					}
				};
				parseOptions(this, new Set([this.key]));
				if (outputDataset) return outputDataset;
				_addIssue(this, "type", dataset, config$1, {
					input: input[invalidDiscriminatorKey],
					expected: /* @__PURE__ */ _joinExpects(expectedDiscriminators, "|"),
					path: [{
						type: "object",
						origin: "value",
						input,
						key: invalidDiscriminatorKey,
						value: input[invalidDiscriminatorKey]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/variant/variantAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function variantAsync(key, options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "variant",
		reference: variantAsync,
		expects: "Object",
		async: true,
		key,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				let outputDataset;
				let maxDiscriminatorPriority = 0;
				let invalidDiscriminatorKey = this.key;
				let expectedDiscriminators = [];
				const parseOptions = async (variant$1, allKeys) => {
					for (const schema of variant$1.options) {
						if (schema.type === "variant") await parseOptions(schema, new Set(allKeys).add(schema.key));
						else {
							let keysAreValid = true;
							let currentPriority = 0;
							for (const currentKey of allKeys) {
								const discriminatorSchema = schema.entries[currentKey];
								if (currentKey in input ? (await discriminatorSchema["~run"]({
									typed: false,
									value: input[currentKey]
								}, ABORT_EARLY_CONFIG)).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
									keysAreValid = false;
									if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input && !(invalidDiscriminatorKey in input))) {
										maxDiscriminatorPriority = currentPriority;
										invalidDiscriminatorKey = currentKey;
										expectedDiscriminators = [];
									}
									if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
									break;
								}
								currentPriority++;
							}
							if (keysAreValid) {
								const optionDataset = await schema["~run"]({ value: input }, config$1);
								if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
							}
						}
						if (outputDataset && !outputDataset.issues) break;
					}
				};
				await parseOptions(this, new Set([this.key]));
				if (outputDataset) return outputDataset;
				_addIssue(this, "type", dataset, config$1, {
					input: input[invalidDiscriminatorKey],
					expected: /* @__PURE__ */ _joinExpects(expectedDiscriminators, "|"),
					path: [{
						type: "object",
						origin: "value",
						input,
						key: invalidDiscriminatorKey,
						value: input[invalidDiscriminatorKey]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/void/void.ts
/* @__NO_SIDE_EFFECTS__ */
function void_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "void",
		reference: void_,
		expects: "void",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/keyof/keyof.ts
/* @__NO_SIDE_EFFECTS__ */
function keyof(schema, message$1) {
	return /* @__PURE__ */ picklist(Object.keys(schema.entries), message$1);
}

//#endregion
//#region src/methods/message/message.ts
/**
* Changes the local message configuration of a schema.
*
* @param schema The schema to configure.
* @param message_ The error message.
*
* @returns The configured schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function message(schema, message_) {
	return _standardSchema({
		...schema,
		"~run"(dataset, config$1) {
			return schema["~run"](dataset, {
				...config$1,
				message: message_
			});
		}
	});
}

//#endregion
//#region src/methods/omit/omit.ts
/**
* Creates a modified copy of an object schema that does not contain the
* selected entries.
*
* @param schema The schema to omit from.
* @param keys The selected entries.
*
* @returns An object schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function omit(schema, keys) {
	const entries$1 = { ...schema.entries };
	for (const key of keys) delete entries$1[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/parse/parse.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parsed input.
*/
function parse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	if (dataset.issues) throw new ValiError(dataset.issues);
	return dataset.value;
}

//#endregion
//#region src/methods/parse/parseAsync.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parsed input.
*/
async function parseAsync(schema, input, config$1) {
	const dataset = await schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	if (dataset.issues) throw new ValiError(dataset.issues);
	return dataset.value;
}

//#endregion
//#region src/methods/parser/parser.ts
/* @__NO_SIDE_EFFECTS__ */
function parser(schema, config$1) {
	const func = (input) => parse(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/parser/parserAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function parserAsync(schema, config$1) {
	const func = (input) => parseAsync(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/partial/partial.ts
/* @__NO_SIDE_EFFECTS__ */
function partial(schema, keys) {
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ optional(schema.entries[key]) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/partial/partialAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function partialAsync(schema, keys) {
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ optionalAsync(schema.entries[key]) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/pick/pick.ts
/**
* Creates a modified copy of an object schema that contains only the selected
* entries.
*
* @param schema The schema to pick from.
* @param keys The selected entries.
*
* @returns An object schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function pick(schema, keys) {
	const entries$1 = {};
	for (const key of keys) entries$1[key] = schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/pipe/pipe.ts
/* @__NO_SIDE_EFFECTS__ */
function pipe(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		"~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/pipe/pipeAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function pipeAsync(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		async: true,
		async "~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = await item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/required/required.ts
/* @__NO_SIDE_EFFECTS__ */
function required(schema, arg2, arg3) {
	const keys = Array.isArray(arg2) ? arg2 : void 0;
	const message$1 = Array.isArray(arg2) ? arg3 : arg2;
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ nonOptional(schema.entries[key], message$1) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/required/requiredAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function requiredAsync(schema, arg2, arg3) {
	const keys = Array.isArray(arg2) ? arg2 : void 0;
	const message$1 = Array.isArray(arg2) ? arg3 : arg2;
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ nonOptionalAsync(schema.entries[key], message$1) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/safeParse/safeParse.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parse result.
*/
/* @__NO_SIDE_EFFECTS__ */
function safeParse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
}

//#endregion
//#region src/methods/safeParse/safeParseAsync.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parse result.
*/
/* @__NO_SIDE_EFFECTS__ */
async function safeParseAsync(schema, input, config$1) {
	const dataset = await schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
}

//#endregion
//#region src/methods/safeParser/safeParser.ts
/* @__NO_SIDE_EFFECTS__ */
function safeParser(schema, config$1) {
	const func = (input) => /* @__PURE__ */ safeParse(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/safeParser/safeParserAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function safeParserAsync(schema, config$1) {
	const func = (input) => /* @__PURE__ */ safeParseAsync(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/summarize/summarize.ts
/**
* Summarize the error messages of issues in a pretty-printable multi-line string.
*
* @param issues The list of issues.
*
* @returns A summary of the issues.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function summarize(issues) {
	let summary = "";
	for (const issue of issues) {
		if (summary) summary += "\n";
		summary += `× ${issue.message}`;
		const dotPath = /* @__PURE__ */ getDotPath(issue);
		if (dotPath) summary += `\n  → at ${dotPath}`;
	}
	return summary;
}

//#endregion
//#region src/methods/unwrap/unwrap.ts
/**
* Unwraps the wrapped schema.
*
* @param schema The schema to be unwrapped.
*
* @returns The unwrapped schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function unwrap(schema) {
	return schema.wrapped;
}

//#endregion


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(268);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
