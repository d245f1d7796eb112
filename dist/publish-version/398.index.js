export const id = 398;
export const ids = [398];
export const modules = {

/***/ 398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readOuttrayForm: () => (/* binding */ readOuttrayForm)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/core/nearest.js
var nearest = __webpack_require__(2732);
// EXTERNAL MODULE: ./build/model/defined-only.js
var defined_only = __webpack_require__(3562);
// EXTERNAL MODULE: ./build/model/descriptor/attributes-reader.js
var attributes_reader = __webpack_require__(9445);
// EXTERNAL MODULE: ./build/model/attributes.js
var attributes = __webpack_require__(2237);
// EXTERNAL MODULE: ./build/model/metadata.js
var metadata = __webpack_require__(1773);
;// CONCATENATED MODULE: ./build/model/descriptor/outtray-schema.js



const outtray_schema_text = dist/* pipe */.FsL(dist/* string */.YjP('text'), dist/* nonEmpty */.hq('text that is not empty'));
const texts = dist/* union */.KCZ([outtray_schema_text, dist/* array */.YOg(outtray_schema_text)], 'text or a list of texts');
const flag = dist/* boolean */.zMY('true or false');
const count = dist/* pipe */.FsL(dist/* number */.aig('a whole number'), dist/* integer */.ndf('a whole number'), dist/* minValue */.Wwf(0, 'a whole number of at least 0'));
const value = dist/* union */.KCZ([dist/* string */.YjP(), dist/* number */.aig(), dist/* boolean */.zMY()], 'text, a number, true or false');
const attribute = dist/* strictObject */.rej({
    name: outtray_schema_text,
    type: dist/* optional */.lqM(dist/* picklist */.KIO(attributes/* attributeTypes */.s, `one of ${attributes/* attributeTypes */.s.join(', ')}`)),
    values: dist/* union */.KCZ([value, dist/* array */.YOg(value)], 'a value or a list of values'),
}, 'a mapping of name, type and values');
const outtray_schema_attributes = dist/* array */.YOg(attribute, 'a list of attributes');
const packageClause = dist/* strictObject */.rej({
    name: dist/* optional */.lqM(outtray_schema_text),
    subject: dist/* optional */.lqM(outtray_schema_text),
    repository: dist/* optional */.lqM(outtray_schema_text),
    description: dist/* optional */.lqM(outtray_schema_text),
    labels: dist/* optional */.lqM(texts),
    licenses: dist/* optional */.lqM(texts),
    websiteUrl: dist/* optional */.lqM(outtray_schema_text),
    issueTrackerUrl: dist/* optional */.lqM(outtray_schema_text),
    vcsUrl: dist/* optional */.lqM(outtray_schema_text),
    githubRepository: dist/* optional */.lqM(outtray_schema_text),
    githubReleaseNotesFile: dist/* optional */.lqM(outtray_schema_text),
    attributes: dist/* optional */.lqM(outtray_schema_attributes),
});
const versionClause = dist/* strictObject */.rej({
    name: dist/* optional */.lqM(outtray_schema_text),
    description: dist/* optional */.lqM(outtray_schema_text),
    released: dist/* optional */.lqM(outtray_schema_text),
    vcsUrl: dist/* optional */.lqM(outtray_schema_text),
    vcsTag: dist/* optional */.lqM(outtray_schema_text),
    vcsCommit: dist/* optional */.lqM(outtray_schema_text),
    releaseNotes: dist/* optional */.lqM(outtray_schema_text),
    githubReleaseNotesFile: dist/* optional */.lqM(outtray_schema_text),
    githubUseTagReleaseNotes: dist/* optional */.lqM(flag),
    attributes: dist/* optional */.lqM(outtray_schema_attributes),
});
/**
 * The schema of `outtray.yml`: keys are named as the inputs of publish-version are, metadata as in the version record. It says what may stand where;
 * dates, addresses, licences and attribute values are checked after it, as in Bintray's forms. A message says what a value must be.
 */
const outtraySchema = dist/* strictObject */.rej({
    package: dist/* optional */.lqM(dist/* union */.KCZ([outtray_schema_text, packageClause], 'a name or a mapping')),
    version: dist/* optional */.lqM(dist/* union */.KCZ([outtray_schema_text, versionClause], 'a name or a mapping')),
    files: dist/* optional */.lqM(dist/* union */.KCZ([outtray_schema_text, dist/* array */.YOg(outtray_schema_text)], 'patterns, one per line, or a list of patterns')),
    path: dist/* optional */.lqM(outtray_schema_text),
    publish: dist/* optional */.lqM(flag),
    'tag-pattern': dist/* optional */.lqM(outtray_schema_text),
    override: dist/* optional */.lqM(flag),
    'update-window-days': dist/* optional */.lqM(count),
    'max-files': dist/* optional */.lqM(count),
    'max-file-megabytes': dist/* optional */.lqM(count),
    'repository-url': dist/* optional */.lqM(outtray_schema_text),
    'repository-type': dist/* optional */.lqM(dist/* picklist */.KIO(metadata/* repositoryTypes */.q, `one of ${metadata/* repositoryTypes */.q.join(', ')}`)),
    'gpg-sign': dist/* optional */.lqM(flag),
});
/** The keys of each mapping, for "did you mean": '' is the file itself. */
const outtrayKeys = {
    '': Object.keys(outtraySchema.entries),
    package: Object.keys(packageClause.entries),
    version: Object.keys(versionClause.entries),
    attribute: Object.keys(attribute.entries),
};

// EXTERNAL MODULE: ./build/model/descriptor/placeholders.js
var placeholders = __webpack_require__(4018);
;// CONCATENATED MODULE: ./build/model/descriptor/plain-content.js
/** The plain values of a YAML file without keys that have no value: these count as absent. */
function withoutNulls(content) {
    if (Array.isArray(content))
        return content.map(withoutNulls);
    if (typeof content !== 'object' || content === null)
        return content;
    return Object.fromEntries(Object.entries(content).flatMap(([key, value]) => (value === null ? [] : [[key, withoutNulls(value)]])));
}
/** Takes a key out of plain content. */
function remove(content, path) {
    const holder = path.slice(0, -1).reduce((inner, step) => (isHolder(inner) ? Reflect.get(inner, step) : undefined), content);
    const last = path.at(-1);
    if (isHolder(holder) && last !== undefined)
        Reflect.deleteProperty(holder, last);
}
function isHolder(value) {
    return typeof value === 'object' && value !== null;
}
/** The way to a value, or to the whole list that holds it: the places of other items must not change. */
function withoutIndex(path) {
    const index = path.findIndex((step) => typeof step === 'number');
    return index < 0 ? path : path.slice(0, index);
}

;// CONCATENATED MODULE: ./build/model/descriptor/schema-mistakes.js
/**
 * The mistakes behind valibot's issues, each at the value that is wrong: where one of several shapes was possible, those of the shape that fits the
 * value's kind. Unknown keys are left out; whoever knows their places tells them.
 */
function schemaMistakes(issues, base = []) {
    return issues.flatMap((issue) => {
        const path = [...base, ...(issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))];
        if (isUnknownKey(issue))
            return [];
        const deeper = (issue.issues ?? []).filter((one) => one.path !== undefined && !(isUnknownKey(one) && Array.isArray(one.path[0].input)));
        const compound = typeof issue.input === 'object' && issue.input !== null;
        if (issue.type === 'union' && compound && deeper.length > 0)
            return schemaMistakes(deeper, path);
        return [{ path, wanted: issue.message, value: issue.input, missing: issue.type === 'strict_object' && issue.received === 'undefined' }];
    });
}
function isUnknownKey(issue) {
    return issue.type === 'strict_object' && issue.expected === 'never';
}

// EXTERNAL MODULE: ./build/model/descriptor/values.js + 2 modules
var values = __webpack_require__(5191);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/core/errors.js
var errors = __webpack_require__(2807);
;// CONCATENATED MODULE: ./build/model/descriptor/yaml-source.js


/** Longest file that is read, and most values that aliases may stand for: a descriptor has some kilobytes and no aliases. */
const yamlLimits = { characters: 1_048_576, aliases: 100 };
/** A YAML file (version 1.2, one document, unique keys) whose values know where they stand. */
class YamlSource {
    #document;
    #lines;
    #file;
    #text;
    constructor(parts) {
        this.#document = parts.document;
        this.#lines = parts.lines;
        this.#file = parts.file;
        this.#text = parts.text;
    }
    /** Undefined when the file is no YAML; every fault is told. */
    static parse(text, file, diagnostics) {
        if (text.length > yamlLimits.characters) {
            diagnostics.error(`The file is longer than ${yamlLimits.characters} characters`, { location: { file, line: 1, column: 1 } });
            return undefined;
        }
        const lines = new yaml_dist/* LineCounter */.HN();
        try {
            const document = (0,yaml_dist/* parseDocument */.Tp)(text, {
                version: '1.2',
                uniqueKeys: true,
                resolveKnownTags: false,
                prettyErrors: false,
                lineCounter: lines,
                logLevel: 'error',
            });
            const source = new YamlSource({ document, lines, file, text });
            for (const { message, pos } of document.errors)
                diagnostics.error(message, { location: source.#at(pos[0]) });
            for (const { message, pos } of document.warnings)
                diagnostics.warning(message, { location: source.#at(pos[0]) });
            return document.errors.length > 0 ? undefined : source;
        }
        catch (error) {
            diagnostics.error(`The file cannot be read as YAML: ${(0,errors/* messageOf */.bD)(error)}`, { location: { file, line: 1, column: 1 } });
            return undefined;
        }
    }
    /** The plain values, mappings as objects; undefined after an error such as too many aliases. */
    toPlain(diagnostics) {
        try {
            return this.#document.toJS({ maxAliasCount: yamlLimits.aliases });
        }
        catch (error) {
            diagnostics.error(`The aliases of the file cannot be followed: ${(0,errors/* messageOf */.bD)(error)}`, {
                location: { file: this.#file, line: 1, column: 1 },
            });
            return undefined;
        }
    }
    /** A text as it is written, without its quotes; undefined for anything else. */
    text(path) {
        const node = this.#node(path);
        return (0,yaml_dist/* isScalar */.jn)(node) && typeof node.value === 'string' ? node.value : undefined;
    }
    /** Where the value stands, or the nearest value that holds it. */
    locate(path) {
        for (let length = path.length; length >= 0; length--) {
            const range = this.#node(path.slice(0, length))?.range;
            if (range)
                return this.#at(range[0]);
        }
        return { file: this.#file, line: 1, column: 1 };
    }
    /** The keys of a mapping with their places. */
    keys(path) {
        const node = this.#node(path);
        if (!(0,yaml_dist/* isMap */.jh)(node))
            return [];
        return node.items.map(({ key }) => {
            const range = (0,yaml_dist/* isScalar */.jn)(key) ? key.range : undefined;
            return { key: (0,yaml_dist/* isScalar */.jn)(key) ? String(key.value) : String(key), location: range ? this.#at(range[0]) : this.locate(path) };
        });
    }
    /** The value as it is written in the file, quotes included. */
    written(path) {
        const range = this.#node(path)?.range;
        return range ? this.#text.slice(range[0], range[1]) : '';
    }
    /** Replaces every text by what `change` makes of it, or removes it. `path` leads to the text. */
    changeTexts(change) {
        (0,yaml_dist/* visit */.YR)(this.#document, {
            Scalar: (key, node, ancestors) => {
                if (key === 'key' || typeof node.value !== 'string')
                    return undefined;
                const path = [];
                for (const [index, ancestor] of [...ancestors, node].entries()) {
                    const parent = ancestors[index - 1];
                    if ((0,yaml_dist/* isSeq */.oP)(parent))
                        path.push(parent.items.indexOf(ancestor));
                    else if (parent !== undefined && 'key' in parent && (0,yaml_dist/* isScalar */.jn)(parent.key))
                        path.push(String(parent.key.value));
                }
                const text = change(node.value, path);
                if (text === undefined)
                    return yaml_dist/* visit */.YR.REMOVE;
                node.value = text;
                return undefined;
            },
        });
    }
    /** The lines of a text, each with its own place where the file spells them on lines of their own (`files: |`). */
    linesOf(path) {
        const node = this.#node(path);
        if (!(0,yaml_dist/* isScalar */.jn)(node) || typeof node.value !== 'string')
            return [];
        const start = this.locate(path);
        return node.value.split('\n').flatMap((line, index) => {
            if (line.trim() === '')
                return [];
            return [{ text: line.trim(), location: node.type === yaml_dist/* Scalar */.X5.BLOCK_LITERAL ? this.#lineStart((start.line ?? 0) + 1 + index) : start }];
        });
    }
    #lineStart(line) {
        const written = this.#text.split('\n')[line - 1] ?? '';
        return { file: this.#file, line, column: Math.max(0, written.search(/\S/)) + 1 };
    }
    #node(path) {
        const node = path.length === 0 ? this.#document.contents : this.#document.getIn(path, true);
        return node === null || node === undefined ? undefined : node;
    }
    #at(offset) {
        const { line, col } = this.#lines.linePos(offset);
        return { file: this.#file, line, column: col };
    }
}

;// CONCATENATED MODULE: ./build/model/descriptor/outtray-form.js










/** Reads `outtray.yml`, or another YAML file of that form. Undefined where nothing can be made of it; a model may come with errors. */
async function readOuttrayForm(source, reading) {
    const yaml = YamlSource.parse(source.text, source.path, reading.diagnostics);
    if (yaml === undefined)
        return undefined;
    const version = (0,placeholders/* versionToFill */.ny)(source, {
        version: yaml.text(['version']) ?? yaml.text(['version', 'name']),
        tagPattern: yaml.text(['tag-pattern']),
    });
    const known = { ...reading.known, ...(version !== undefined && { version }) };
    return new OuttrayReader(yaml, { ...reading, known }).read(source.file);
}
class OuttrayReader {
    #yaml;
    #reading;
    constructor(yaml, reading) {
        this.#yaml = yaml;
        this.#reading = reading;
    }
    read(file) {
        const { diagnostics, locations } = this.#reading;
        this.#yaml.changeTexts((text, path) => this.#withoutPlaceholders(text, path));
        const unknown = this.#checkKeys();
        const content = withoutNulls(this.#yaml.toPlain(diagnostics));
        if (typeof content !== 'object' || content === null || Array.isArray(content)) {
            diagnostics.error('A descriptor is a mapping with keys such as package, version and files', { location: this.#yaml.locate([]) });
            return undefined;
        }
        for (const path of unknown)
            remove(content, path);
        const checked = this.#checked(content);
        this.#noteLocations();
        return checked === undefined ? undefined : this.#model(file, checked, locations);
    }
    /** What keeps the schema. What does not is told and left out, so that one mistake hides no other. */
    #checked(content) {
        const { diagnostics } = this.#reading;
        const before = diagnostics.errors.length;
        this.#refuseLists(content);
        const outcome = dist/* safeParse */.xLC(outtraySchema, content);
        if (outcome.success)
            return outcome.output;
        const mistakes = schemaMistakes(outcome.issues);
        this.#tellMistakes(mistakes);
        if (diagnostics.errors.length === before) {
            diagnostics.error('The file does not keep the schema of outtray.yml', {
                location: this.#yaml.locate([]),
                hint: outcome.issues[0].message,
            });
        }
        for (const { path } of mistakes)
            remove(content, withoutIndex(path));
        const rest = dist/* safeParse */.xLC(outtraySchema, content);
        return rest.success ? rest.output : undefined;
    }
    /** An empty list is an object without keys to the schema. */
    #refuseLists(content) {
        for (const key of ['package', 'version']) {
            if (!Array.isArray(Reflect.get(content, key)))
                continue;
            this.#reading.diagnostics.error(`${key} must be a name or a mapping`, { location: this.#yaml.locate([key]) });
            remove(content, [key]);
        }
    }
    #model(file, content, locations) {
        const type = content['repository-type'];
        return {
            form: 'outtray',
            file,
            locations,
            repository: type === undefined ? {} : { type },
            updateExisting: false,
            package: typeof content.package === 'object' ? this.#package(content.package) : (0,defined_only/* definedOnly */.U)({ name: content.package }),
            version: typeof content.version === 'object' ? this.#version(content.version) : this.#named(content.version),
            selections: this.#selections(content.files),
            publish: content.publish ?? true,
            ...(0,defined_only/* definedOnly */.U)({
                gpgSign: content['gpg-sign'],
                path: content.path,
                tagPattern: content['tag-pattern'],
                override: content.override,
                updateWindowDays: content['update-window-days'],
                maxFiles: content['max-files'],
                maxFileMegabytes: content['max-file-megabytes'],
                repositoryUrl: this.#url(content['repository-url'], ['repository-url'], 'web'),
            }),
        };
    }
    #package(content) {
        const licenses = listOf(content.licenses).map((text, index) => {
            const path = ['package', 'licenses', ...(typeof content.licenses === 'string' ? [] : [index])];
            return (0,values/* readLicenseName */.fe)(this.#value(text, path), this.#reading.diagnostics);
        });
        const repository = content.githubRepository;
        return (0,defined_only/* definedOnly */.U)({
            name: content.name,
            subject: content.subject,
            repository: content.repository,
            description: content.description,
            labels: nonEmpty(listOf(content.labels)),
            licenses: nonEmpty([...new Set(licenses)]),
            websiteUrl: this.#url(content.websiteUrl, ['package', 'websiteUrl'], 'web'),
            issueTrackerUrl: this.#url(content.issueTrackerUrl, ['package', 'issueTrackerUrl'], 'web'),
            vcsUrl: this.#url(content.vcsUrl, ['package', 'vcsUrl'], 'vcs'),
            githubRepository: repository === undefined
                ? undefined
                : (0,values/* readGithubRepository */.aP)(this.#value(repository, ['package', 'githubRepository']), this.#reading.diagnostics),
            githubReleaseNotesFile: content.githubReleaseNotesFile,
            attributes: this.#attributes(content.attributes, 'package'),
        });
    }
    #version(content) {
        const { released } = content;
        return (0,defined_only/* definedOnly */.U)({
            ...this.#named(content.name, ['version', 'name']),
            description: content.description,
            released: released === undefined ? undefined : (0,values/* readDate */.h2)(this.#value(released, ['version', 'released']), this.#reading.diagnostics),
            vcsUrl: this.#url(content.vcsUrl, ['version', 'vcsUrl'], 'vcs'),
            vcsTag: content.vcsTag,
            vcsCommit: content.vcsCommit,
            releaseNotes: content.releaseNotes,
            githubReleaseNotesFile: content.githubReleaseNotesFile,
            githubUseTagReleaseNotes: content.githubUseTagReleaseNotes,
            attributes: this.#attributes(content.attributes, 'version'),
        });
    }
    #named(name, path = ['version']) {
        if (name === undefined)
            return {};
        (0,values/* noticeMovingName */.cn)(this.#value(name, path), this.#reading.diagnostics);
        return { name };
    }
    #attributes(content, clause) {
        const attributes = (content ?? []).flatMap(({ name, type, values }, index) => {
            const path = [clause, 'attributes', index];
            const written = {
                name,
                type: type === undefined ? undefined : { text: type, location: this.#yaml.locate([...path, 'type']) },
                values: listOf(values).map((value, at) => ({
                    value,
                    location: this.#yaml.locate([...path, 'values', ...(Array.isArray(values) ? [at] : [])]),
                })),
            };
            return (0,attributes_reader/* checkAttribute */.f)(written, this.#reading.diagnostics) ?? [];
        });
        return nonEmpty(attributes);
    }
    #selections(files) {
        const patterns = typeof files === 'string'
            ? this.#yaml.linesOf(['files'])
            : (files ?? []).map((text, index) => ({ text, location: this.#yaml.locate(['files', index]) }));
        return patterns.length > 0 ? [{ kind: 'globs', patterns }] : [];
    }
    #url(text, path, kind) {
        return text === undefined ? undefined : (0,values/* readUrl */.wo)(this.#value(text, path), kind, this.#reading.diagnostics);
    }
    #value(text, path) {
        return { name: pathName(path), text, location: this.#yaml.locate(path) };
    }
    /** As in Bintray's forms; `path` and `tag-pattern` are templates by nature, and prose may speak of `$PATH`. */
    #withoutPlaceholders(text, path) {
        const key = pathName(path);
        if (key === 'path' || key === 'tag-pattern')
            return text;
        const { known, diagnostics } = this.#reading;
        const filled = (0,placeholders/* fillVersion */.SG)(text, known.version);
        if (filled.left.length === 0 || prose.has(key))
            return filled.text;
        const supplied = /^package(?:\.name)?$/.test(key) ? known.package : /^version(?:\.name)?$/.test(key) ? known.version : undefined;
        if (supplied !== undefined)
            return undefined;
        diagnostics.error(`${key} holds a placeholder that was never replaced: ${filled.left.map((one) => one.text).join(', ')}`, {
            location: this.#yaml.locate(path),
            hint: 'Fill the descriptor in before this step; the version alone can come from the input `version`.',
        });
        return undefined;
    }
    /** Tells every key that is not known; gives back where they are. */
    #checkKeys() {
        const unknown = this.#checkKeysOf([], '');
        for (const clause of ['package', 'version']) {
            unknown.push(...this.#checkKeysOf([clause], clause));
            for (let index = 0; this.#yaml.keys([clause, 'attributes', index]).length > 0; index++)
                unknown.push(...this.#checkKeysOf([clause, 'attributes', index], 'attribute'));
        }
        return unknown;
    }
    #checkKeysOf(path, level) {
        const unknown = [];
        const known = outtrayKeys[level];
        const elsewhere = level === '' ? ['package', 'version'].flatMap((clause) => outtrayKeys[clause].map((key) => `${clause}.${key}`)) : [];
        for (const { key, location } of this.#yaml.keys(path)) {
            if (known.includes(key))
                continue;
            const homes = elsewhere.filter((home) => home.endsWith(`.${key}`));
            const similar = homes.length > 0
                ? homes
                : [
                    ...(0,nearest/* nearest */.p)(key, known, 1),
                    ...elsewhere.filter((home) => (0,nearest/* nearest */.p)(key, [home.slice(home.indexOf('.') + 1)], 1).length > 0),
                ].slice(0, 1);
            const hint = similar.length > 0 ? `Nearest: ${similar.join(', ')}.` : `Known are ${known.join(', ')}.`;
            this.#reading.diagnostics.error(`${pathName([...path, key])} is not known`, { location, hint });
            unknown.push([...path, key]);
        }
        return unknown;
    }
    #tellMistakes(mistakes) {
        for (const { path, wanted, value, missing } of mistakes) {
            const name = pathName(path);
            const location = this.#yaml.locate(path);
            const isName = /^(?:package|version)(?:\.name)?$/.test(name);
            if (missing) {
                this.#reading.diagnostics.error(`${name} is missing`, { location });
            }
            else if (typeof value === 'number' && (isName || wanted.startsWith('text'))) {
                const written = this.#yaml.written(path);
                this.#reading.diagnostics.error(`${name} is the number ${value}, and must be text`, {
                    location,
                    hint: `Put it into quotes: "${written}".`,
                });
            }
            else {
                const got = typeof value === 'object' ? '' : `, not ${JSON.stringify(value)}`;
                this.#reading.diagnostics.error(`${name} must be ${wanted}${got}`, { location });
            }
        }
    }
    /** A bare name is also the clause's name. */
    #noteLocations() {
        const { locations } = this.#reading;
        for (const { key } of this.#yaml.keys([]))
            locations.set(key, this.#yaml.locate([key]));
        for (const clause of ['package', 'version']) {
            const keys = this.#yaml.keys([clause]);
            for (const { key } of keys)
                locations.set(`${clause}.${key}`, this.#yaml.locate([clause, key]));
            const location = locations.get(clause);
            if (keys.length === 0 && location !== undefined)
                locations.set(`${clause}.name`, location);
        }
    }
}
/** Text that people read, and that nothing is made of. */
const prose = new Set(['package.description', 'version.description', 'version.releaseNotes']);
function pathName(path) {
    return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}
function listOf(content) {
    if (content === undefined)
        return [];
    return Array.isArray(content) ? content : [content];
}
function nonEmpty(list) {
    return list.length > 0 ? [...list] : undefined;
}


/***/ })

};
