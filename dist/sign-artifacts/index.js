import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 339:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");

/***/ }),

/***/ 598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 24:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ inputSpecs)
/* harmony export */ });
const inputSpecs = {
    'files': { type: 'list', required: true },
    'private-key': { type: 'secret' },
    'passphrase': { type: 'secret' },
    'signing-key': { type: 'string' },
    'expected-fingerprint': { type: 'string' },
    'checksums': { type: 'list', values: ['md5', 'sha1', 'sha256', 'sha512'] },
    'checksums-file': { type: 'string' },
    'output-directory': { type: 'string' },
    'replace-signatures': { type: 'boolean', default: 'false' },
    'allow-untrusted-trigger': { type: 'boolean', default: 'false' },
    'fail-on-unmatched': { type: 'boolean', default: 'true' },
    'dry-run': { type: 'boolean', default: 'false' },
    'summary': { type: 'boolean', default: 'true' },
};


/***/ }),

/***/ 397:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _core_action_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(352);
/* harmony import */ var _action_gen_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(782);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(787);



await (0,_core_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)(_action_gen_js__WEBPACK_IMPORTED_MODULE_1__/* .inputSpecs */ .T, _run_js__WEBPACK_IMPORTED_MODULE_2__/* .signArtifacts */ .L);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  L: () => (/* binding */ signArtifacts)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
// EXTERNAL MODULE: ./build/core/errors.js
var errors = __nccwpck_require__(807);
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

;// CONCATENATED MODULE: ./node_modules/valibot/dist/index.mjs
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
function dist_length(requirement, message$1) {
	return {
		kind: "validation",
		type: "length",
		reference: dist_length,
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
function dist_toString(message$1) {
	return {
		kind: "transformation",
		type: "to_string",
		reference: dist_toString,
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
function dist_boolean(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "boolean",
		reference: dist_boolean,
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

;// CONCATENATED MODULE: ./build/model/attributes.js
/** The types that Bintray's attributes had (reference: Bintray REST API 2018, "Attributes"); `version` behaves as `string`. */
const attributeTypes = ['string', 'number', 'boolean', 'date', 'version'];

;// CONCATENATED MODULE: ./build/model/digests.js
/** The digest algorithms of a version record, in the order in which it lists them. */
const digestAlgorithms = ['md5', 'sha1', 'sha256', 'sha512'];

;// CONCATENATED MODULE: ./build/model/version-record.js
const recordSchema = 'outtray/version-record/v1';
/** What vouches for the bytes of an asset. */
const checkKinds = ['github-digest', 'checksum', 'openpgp', 'sigstore'];
/** How a check came out; one that fails is never recorded, since its release fails. */
const checkStates = ['verified', 'present', 'unknown-key', 'unverified'];

;// CONCATENATED MODULE: ./build/model/version-record-schema.js





// The order of keys here is the order in which a record is written.
const version_record_schema_text = string();
const hex = (length, algorithm) => pipe(string(), regex(new RegExp(`^[0-9a-f]{${length}}$`), `must be a ${algorithm} in lower-case hexadecimal`));
const path = pipe(string(), minLength(1), maxLength(4096));
const time = pipe(string(), regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2}))?$/, 'must be an ISO 8601 date or time'));
const count = pipe(number(), integer(), minValue(0));
/** A typed name with values. */
const attributeSchema = strictObject({
    name: pipe(string(), minLength(1)),
    type: picklist(attributeTypes),
    values: array(union([string(), number(), dist_boolean()])),
});
/** What a publisher says of a package; the keys of `outtray.yml` are the same. */
const packageEntries = {
    name: optional(version_record_schema_text),
    subject: optional(version_record_schema_text),
    repository: optional(version_record_schema_text),
    description: optional(version_record_schema_text),
    labels: optional(array(version_record_schema_text)),
    licenses: optional(array(version_record_schema_text)),
    websiteUrl: optional(version_record_schema_text),
    issueTrackerUrl: optional(version_record_schema_text),
    vcsUrl: optional(version_record_schema_text),
    githubRepository: optional(version_record_schema_text),
    githubReleaseNotesFile: optional(version_record_schema_text),
    attributes: optional(array(attributeSchema)),
};
/** What a publisher says of a version. */
const versionEntries = {
    name: optional(version_record_schema_text),
    description: optional(version_record_schema_text),
    released: optional(time),
    vcsUrl: optional(version_record_schema_text),
    vcsTag: optional(version_record_schema_text),
    vcsCommit: optional(version_record_schema_text),
    releaseNotes: optional(version_record_schema_text),
    githubReleaseNotesFile: optional(version_record_schema_text),
    githubUseTagReleaseNotes: optional(dist_boolean()),
    prerelease: optional(dist_boolean()),
    attributes: optional(array(attributeSchema)),
};
const signatureSchema = strictObject({
    path,
    fingerprint: optional(pipe(string(), regex(/^[0-9A-F]{40,64}$/, 'must be a fingerprint in upper-case hexadecimal'))),
    sha256: optional(hex(64, 'SHA-256')),
});
const fileSchema = strictObject({
    path,
    size: count,
    md5: hex(32, 'MD5'),
    sha1: hex(40, 'SHA-1'),
    sha256: hex(64, 'SHA-256'),
    sha512: hex(128, 'SHA-512'),
    mediaType: optional(version_record_schema_text),
    signature: optional(signatureSchema),
    checksums: optional(array(picklist(digestAlgorithms))),
});
const checkSchema = strictObject({
    kind: picklist(checkKinds),
    state: picklist(checkStates),
    by: optional(version_record_schema_text),
    key: optional(version_record_schema_text),
});
const assetSchema = strictObject({
    id: count,
    name: version_record_schema_text,
    size: count,
    digest: optional(version_record_schema_text),
    updated: time,
    path: optional(path),
    sha256: hex(64, 'SHA-256'),
    role: optional(picklist(assetRoles)),
    checks: array(checkSchema),
    earlier: optional(array(strictObject({ sha256: hex(64, 'SHA-256'), size: count, replaced: time }))),
});
const originSchema = strictObject({
    url: version_record_schema_text,
    host: version_record_schema_text,
    repository: version_record_schema_text,
    release: count,
    assets: array(assetSchema),
});
const runSchema = strictObject({
    repository: optional(version_record_schema_text),
    workflow: optional(version_record_schema_text),
    ref: optional(version_record_schema_text),
    commit: optional(version_record_schema_text),
    id: optional(version_record_schema_text),
    attempt: optional(count),
});
const syncSchema = strictObject({
    target: version_record_schema_text,
    deployment: optional(version_record_schema_text),
    state: version_record_schema_text,
    started: time,
    finished: optional(time),
    files: optional(count),
    bytes: optional(count),
    errors: optional(array(version_record_schema_text)),
});
/** The version record, `outtray/version-record/v1`; `schema/version-record.schema.json` is generated from it. */
const version_record_schema_versionRecordSchema = strictObject({
    schema: literal(recordSchema),
    package: strictObject(packageEntries),
    version: strictObject(versionEntries),
    files: array(fileSchema),
    origin: optional(originSchema),
    run: optional(runSchema),
    published: array(strictObject({ target: version_record_schema_text, time })),
    syncs: array(syncSchema),
});

;// CONCATENATED MODULE: ./build/model/record-json.js



/** Longest record that is read, in bytes: some 100,000 files. */
const longestRecord = (/* unused pure expression or super */ null && (64 * 1024 * 1024));
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
        throw new ActionError('invalid-input', `the version record '${shownAs}' is longer than 64 MiB`, { hint: restore });
    const result = v.safeParse(versionRecordSchema, record_json_parseJson(text, shownAs));
    if (result.success)
        return withoutUndefined(result.output);
    const mistakes = result.issues.slice(0, 10).map((issue) => `${v.getDotPath(issue) ?? 'the record'}: ${issue.message}`);
    throw new ActionError('invalid-input', `'${shownAs}' is no version record: ${mistakes.join('; ')}`, { hint: restore });
}
function record_json_parseJson(text, shownAs) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new ActionError('invalid-input', `the version record '${shownAs}' is no JSON: ${messageOf(error)}`, {
            cause: error,
            hint: restore,
        });
    }
}
/** Rebuilds a value with the keys of each object as the schema lists them; absent values are left out. */
function inSchemaOrder(value, schema = version_record_schema_versionRecordSchema) {
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: ./build/signing/steady-file.js
// Reading files that must not be links and must not change while we read. Node's own modules only: workers load this file.


/** Opens a file for reading; a link in its place is an error, so that nothing is read that was not chosen. */
function openSteady(file) {
    try {
        // Windows has no O_NOFOLLOW; there links need a privilege.
        return (0,external_node_fs_.openSync)(file.path, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0));
    }
    catch (error) {
        const code = (0,errors/* systemCode */.xU)(error);
        if (code === 'ELOOP' || code === 'ENOENT')
            throw changed(file, 'it was replaced or removed', error);
        throw new errors/* ActionError */.lZ('unavailable', `${file.path} cannot be read: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
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
function steady_file_readSteady(file, body) {
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
function steady_file_readPieces(file, descriptor, buffer, take) {
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
    return new errors/* ActionError */.lZ('conflict', `${file.path} changed during the run: ${how}`, {
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
function copy_task_copyFile(task, buffer) {
    const target = createTarget(task);
    try {
        try {
            const copied = copyInto(task, target, buffer);
            if (copied !== task.sha256)
                throw wrongDigest(task.from, task.sha256, copied);
        }
        finally {
            closeSync(target);
        }
        const written = digestOf({ path: task.to, size: task.size }, buffer);
        if (written !== task.sha256)
            throw wrongDigest(task.to, task.sha256, written);
    }
    catch (error) {
        unlinkSync(task.to);
        throw error;
    }
}
function createTarget({ from, to }) {
    try {
        return openSync(to, 'wx', 0o666);
    }
    catch (error) {
        const there = systemCode(error) === 'EEXIST';
        throw new ActionError(there ? 'conflict' : 'unavailable', `${from} cannot be copied to ${to}: ${there ? 'something is there' : messageOf(error)}`, {
            cause: error,
        });
    }
}
function copyInto(task, target, buffer) {
    const source = { path: task.from, size: task.size };
    const running = createHash('sha256');
    readSteady(source, (descriptor) => readPieces(source, descriptor, buffer, (piece) => {
        running.update(piece);
        writeAll(target, piece, task);
    }));
    return running.digest('hex');
}
function digestOf(file, buffer) {
    const running = createHash('sha256');
    readSteady(file, (descriptor) => readPieces(file, descriptor, buffer, (piece) => running.update(piece)));
    return running.digest('hex');
}
/** One write may take less than it was given. */
function writeAll(descriptor, piece, { to }) {
    try {
        for (let written = 0; written < piece.length;)
            written += writeSync(descriptor, piece, written);
    }
    catch (error) {
        throw new ActionError('unavailable', `${to} cannot be written: ${messageOf(error)}`, { cause: error });
    }
}
function wrongDigest(path, expected, actual) {
    return new ActionError('conflict', `${path} is not what was checked: its SHA-256 is ${actual}, expected ${expected}`, {
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
function hash_task_newBuffer() {
    return Buffer.allocUnsafeSlow(wholeFileLimit);
}
/** Runs one task in the thread's buffer. With `signs` the SHA-512 stays open for the signature's trailer. */
function hashFile(task, buffer, signs) {
    return steady_file_readSteady(task, (descriptor) => hashDescriptor(task, { descriptor, buffer, signs }));
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
        steady_file_readPieces(task, descriptor, buffer, (piece) => {
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
        steady_file_readPieces(task, descriptor, buffer.subarray(0, pieceSize), (piece) => {
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
    const running = (hash) => (0,external_node_crypto_.createHash)(hash).update(text);
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
var external_node_os_ = __nccwpck_require__(161);
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
        return new errors/* ActionError */.lZ(code, message, hint === undefined ? {} : { hint });
    return Object.assign(new Error(message), stack !== undefined && { stack });
}

;// CONCATENATED MODULE: ./build/signing/worker-pool.js






// Each worker costs some ten megabytes; beyond eight the disk is the limit.
const mostWorkers = 8;
/** How many workers this machine is good for. */
function worker_pool_workerCount() {
    return Math.min((0,external_node_os_.availableParallelism)(), mostWorkers);
}
/** Some threads that work through one job. They keep the process alive only while they do. */
class worker_pool_WorkerPool {
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
    return estimate(files, signs) < worthWorkers ? undefined : new worker_pool_WorkerPool(worker_pool_workerCount());
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
    const buffer = hash_task_newBuffer();
    for (const task of planTasks(files, 1, options)) {
        const { running, ...part } = hashFile(task, buffer, signer !== undefined);
        const signature = running && signer && settle(running, files[task.index]?.existing, signer.portable);
        collected.take({ index: task.index, ...part, ...(signature && { signature }) }, signer);
    }
    await collected.settled();
}
function poolOf(workers) {
    return workers === 0 ? undefined : new worker_pool_WorkerPool(workers);
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

// EXTERNAL MODULE: ./build/core/clock.js + 1 modules
var clock = __nccwpck_require__(396);
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
            return { reason: `expired on ${day(expires)}`, cure: extend };
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
            return { reason: `expired on ${day(expires)}`, cure: extend };
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
function day(date) {
    return date.toISOString().slice(0, 10);
}

;// CONCATENATED MODULE: ./build/signing/key-text.js

const exportCommand = 'gpg --armor --export-secret-keys <fingerprint>';
/** An error that says why a key cannot be used, and the cure. Never the text of the key. */
function refuseKey(message, hint) {
    return new errors/* ActionError */.lZ('invalid-input', `input 'private-key': ${message}`, { hint });
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
async function openpgp_signer_isSignatureOf(key, body, digest, openpgp) {
    return (await openpgp_signer_judgeSignature(key, { body, digest }, openpgp)) === 'good';
}
/** As `isSignatureOf`; a signature that is neither right nor wrong, but one that openpgp.js does not take, says why. */
async function openpgp_signer_judgeSignature(key, { body, digest }, openpgp) {
    try {
        const signature = newPacket(openpgp);
        signature.read(body, openpgp.config);
        signature.hashed = digest;
        await signature.verify(key, binaryDocument, noData, null, true, openpgp.config);
        return 'good';
    }
    catch (error) {
        // openpgp.js says "no" by throwing; these are its words for bytes that are others, and for numbers that do not fit.
        const reason = (0,errors/* messageOf */.bD)(error);
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
        if (!(await openpgp_signer_isSignatureOf(this.#packet, body, digest, this.#openpgp)))
            throw new Error('the secret key does not belong to its public key');
        return armoredSignature(body);
    }
    verify({ body }, digest) {
        return openpgp_signer_isSignatureOf(this.#packet, body, digest, this.#openpgp);
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
    const openpgp = await __nccwpck_require__.e(/* import() */ 74).then(__nccwpck_require__.bind(__nccwpck_require__, 74));
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
        throw new errors/* ActionError */.lZ('invalid-input', `no OpenPGP signature can be dated ${(0,clock/* isoTime */.L)(signedAt)}: its time has 32 bits, and ends in 2106`, {
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
            message: `${name} expires on ${day(chosen.expires)}`,
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

;// CONCATENATED MODULE: ./build/actions/sign-artifacts/checksum-lines.js
/**
 * One line of `sha256sum`: digest, two blanks, path. A path with a backslash or a line break is escaped and the line begins with a backslash,
 * as coreutils writes and reads it.
 */
function checksumLine(sha256, path) {
    const escaped = path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
    return `${escaped === path ? '' : '\\'}${sha256}  ${escaped}\n`;
}

;// CONCATENATED MODULE: ./build/signing/public-keys.js





/** Keys of others, against which signatures that came with their files are verified. */
class PublicKeys {
    #openpgp;
    #keys;
    constructor(openpgp, keys) {
        this.#openpgp = openpgp;
        this.#keys = keys;
    }
    /** Reads armored public keys; each block may hold several. Throws `invalid-input` for a text that holds none. */
    static async read(armored) {
        const openpgp = await __nccwpck_require__.e(/* import() */ 74).then(__nccwpck_require__.bind(__nccwpck_require__, 74));
        const known = new Map();
        for (const armoredKeys of armored) {
            const keys = await openpgp.readKeys({ armoredKeys }).catch((error) => {
                throw new ActionError('invalid-input', "input 'public-keys' holds something that is no armored public key", {
                    cause: error,
                    hint: 'Export it with "gpg --armor --export <fingerprint>".',
                });
            });
            for (const whole of keys) {
                for (const part of whole.getKeys()) {
                    known.set(part.getFingerprint().toUpperCase(), { whole, packet: part.keyPacket });
                }
            }
        }
        return new PublicKeys(openpgp, known);
    }
    /** Whether one of these keys made a signature over a file. Reads the file once more, from the open `descriptor`. */
    async verify(signature, file, descriptor) {
        const { checkable } = signature;
        if (checkable === undefined)
            return false;
        const candidates = this.#claimedBy(signature);
        if (candidates.length === 0)
            return false;
        const hash = createHash(checkable.hash);
        readPieces(file, descriptor, Buffer.allocUnsafe(512 * 1024), (piece) => void hash.update(piece));
        const digest = hash.update(checkable.trailer).digest();
        for (const [, { packet }] of candidates)
            if (await isSignatureOf(packet, checkable.body, digest, this.#openpgp))
                return true;
        return false;
    }
    /** What these keys say of a signature; the document is read only when it claims to be by one of them. `now` is in milliseconds since 1970. */
    async judge(signature, document, now) {
        const [first, ...others] = this.#claimedBy(signature);
        if (first === undefined) {
            const key = signature.fingerprint ?? signature.keyId;
            return { state: 'unknown-key', ...(key !== undefined && { key }) };
        }
        const { verifiable, created = 0 } = signature;
        if (verifiable === undefined) {
            return { state: 'unusable', key: first[0], reason: 'it is of an old version, by MD5 or SHA-1, or asks for what is not understood' };
        }
        const digest = (await document.hash(verifiable)).copy().update(verifiable.trailer).digest();
        let refused;
        for (const [key, { packet, whole }] of [first, ...others]) {
            const judged = await judgeSignature(packet, { body: verifiable.body, digest }, this.#openpgp);
            if (typeof judged === 'object')
                refused ??= judged.reason;
            if (judged !== 'good')
                continue;
            const expired = verifiable.expires !== undefined && verifiable.expires * 1000 <= now;
            const reason = expired ? 'it has expired' : await unfitness(whole, packet, created * 1000);
            return reason === undefined ? { state: 'good', key } : { state: 'unusable', key, reason };
        }
        return refused === undefined ? { state: 'wrong', key: first[0] } : { state: 'unusable', key: first[0], reason: refused };
    }
    #claimedBy({ fingerprint, keyId }) {
        return [...this.#keys].filter(([known]) => fingerprint === undefined ? keyId !== undefined && known.endsWith(keyId) : known === fingerprint);
    }
}
/**
 * Why a key could not sign when a signature was made: revoked, expired, not for signing, too weak; undefined when it could. Owners renew their
 * keys by signing them anew, so an older signature is judged at the time of the oldest self-signature that is left.
 */
async function unfitness(whole, packet, created) {
    if (created < packet.created.getTime())
        return 'it claims to be older than its key';
    const part = whole.subkeys.find(({ keyPacket }) => keyPacket === packet);
    const oldest = (signatures) => Math.min(...signatures.map((signature) => signature.created?.getTime() ?? created));
    const signatures = [whole.users.flatMap(({ selfCertifications }) => selfCertifications), part?.bindingSignatures ?? []];
    const at = Math.max(created, ...signatures.map(oldest).filter(Number.isFinite));
    try {
        await whole.getSigningKey(packet.getKeyID(), new Date(at));
        return undefined;
    }
    catch (error) {
        return `its key could not sign then: ${messageOf(error)}`;
    }
}
/** Fingerprints of the primary keys in armored public keys, upper-case hexadecimal; none for a block that is no public key. */
async function primaryFingerprints(text) {
    const openpgp = await __nccwpck_require__.e(/* import() */ 74).then(__nccwpck_require__.bind(__nccwpck_require__, 74));
    const blocks = armoredBlocks(text).filter(({ kind }) => kind === 'PUBLIC KEY BLOCK');
    const keys = await Promise.all(blocks.map(({ text: armoredKeys }) => openpgp.readKeys({ armoredKeys }).catch(() => [])));
    return keys.flat().map((key) => key.getFingerprint().toUpperCase());
}

;// CONCATENATED MODULE: ./build/actions/sign-artifacts/entry.js


/** What stands at a path, links not followed. Asked for thousands of free places: a thrown error for each would cost most. */
function entryAt(path) {
    try {
        return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    }
    catch (error) {
        if (nothingThere.has((0,errors/* systemCode */.xU)(error) ?? ''))
            return undefined;
        throw error;
    }
}
/** Below a file, below a circle of links, or under a name that is too long there is nothing. */
const nothingThere = new Set(['ENOTDIR', 'ELOOP', 'ENAMETOOLONG']);
/**
 * What writing to a path would meet, links followed; a link to nothing is in the way like a file. How long names and paths may be is the file
 * system's own affair: it says so when it is asked.
 */
function kindAt(path) {
    try {
        const entry = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
        const target = entry?.isSymbolicLink() ? ((0,external_node_fs_.statSync)(path, { throwIfNoEntry: false }) ?? entry) : entry;
        return target && (target.isDirectory() ? 'folder' : 'file');
    }
    catch (error) {
        const code = (0,errors/* systemCode */.xU)(error);
        if (code === 'ENAMETOOLONG')
            return 'too-long';
        if (code === 'ENOTDIR')
            return undefined;
        // A link that leads in a circle leads to nothing.
        if (code === 'ELOOP')
            return 'file';
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/actions/sign-artifacts/losses.js



// Longer files are none that an earlier run wrote, except a checksums file, which has a line for each file.
const longest = { sidecar: 8 * 1024, key: 1024 * 1024, checksums: 64 * 1024 * 1024 };
const hexDigits = { md5: 32, sha1: 40, sha256: 64, sha512: 128 };
/** Warns when something else than a digest of its kind, of whatever bytes, stands in the place of a sidecar. */
function warnOfLostSidecar({ path, algorithm }, { occupied, layout }, diagnostics) {
    if (!occupied.has(path) || isDigest(textOf(path, longest.sidecar), algorithm))
        return;
    diagnostics.warning(`'${layout.shown(path)}' holds no ${algorithm} checksum and is replaced by one`, {
        hint: 'If what it holds is still needed, give it a name that does not end as checksums do.',
    });
}
/** Warns when something else than a list of SHA-256 checksums stands where that is to be written. */
function warnOfLostChecksums({ occupied, layout }, diagnostics) {
    const { checksumsFile } = layout;
    if (checksumsFile === undefined || !occupied.has(checksumsFile))
        return;
    const lines = textOf(checksumsFile, longest.checksums)?.split(/\r?\n/);
    if (lines?.every((line) => line === '' || /^\\?[0-9a-f]{64} [ *]./i.test(line)))
        return;
    diagnostics.warning(`'${layout.shown(checksumsFile)}' holds something else than SHA-256 checksums and is replaced`, {
        hint: 'If what it holds is still needed, choose another `checksums-file`.',
    });
}
/** Warns when something else than the public key of `primary` (fingerprint) stands where that is to be written. */
async function warnOfLostKey(primary, { occupied, layout }, diagnostics) {
    const { publicKey } = layout;
    if (!occupied.has(publicKey))
        return;
    const text = textOf(publicKey, longest.key);
    if (text === '')
        return;
    const keys = await primaryFingerprints(text ?? '');
    const others = keys.filter((fingerprint) => fingerprint !== primary);
    if (keys.length > 0 && others.length === 0)
        return;
    const what = others.length > 0 ? `another key, ${others.slice(0, 5).join(', ')},` : 'no public key';
    diagnostics.warning(`'${layout.shown(publicKey)}' holds ${what} and is replaced by the public key of ${primary}`, {
        hint: 'If it is still needed, give it another name, or choose an `output-directory`.',
    });
}
/** The text of a file; undefined when it is a link or too long. */
function textOf(path, most) {
    const entry = entryAt(path);
    return entry?.isFile() && entry.size <= most ? (0,external_node_fs_.readFileSync)(path, 'utf8') : undefined;
}
/** Bare, as `sha256sum` prints it with a name, or as BSD's tools and `sha256sum --tag` do. An empty file has nothing to lose. */
function isDigest(text, algorithm) {
    if (text === undefined)
        return false;
    const digest = `[0-9a-f]{${hexDigits[algorithm]}}`;
    return text.trim() === '' || new RegExp(`^(\\\\?${digest}([ \\t].*)?|[^\\n]*= ?${digest})$`, 'i').test(text.trim());
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(455);
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
        return entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) })).sort((a, b) => byCodeUnit(a.name, b.name));
    }
    catch (error) {
        const code = (0,errors/* systemCode */.xU)(error) === 'ENOENT' ? 'not-found' : 'unavailable';
        throw new errors/* ActionError */.lZ(code, `The folder ${absolute} cannot be read: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
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
            throw new errors/* ActionError */.lZ('invalid-input', `There are more than ${walkLimit} files below ${start.from || 'the workspace root'}`, {
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
        const kind = kindOf((0,external_node_fs_.lstatSync)(real));
        return kind === 'link' ? { kind: 'missing' } : { kind, real };
    }
    catch (error) {
        if (missingCodes.has((0,errors/* systemCode */.xU)(error) ?? ''))
            return { kind: 'missing' };
        throw new errors/* ActionError */.lZ('unavailable', `${absolute} cannot be read: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}
/** `ERR_INVALID_ARG_VALUE` is a NUL character in the name, `ELOOP` a circle of links: no file has either. */
const missingCodes = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'ERR_INVALID_ARG_VALUE']);
function kindOf(entry) {
    if (entry.isFile())
        return 'file';
    if (entry.isDirectory())
        return 'folder';
    return entry.isSymbolicLink() ? 'link' : 'special';
}

;// CONCATENATED MODULE: ./build/actions/sign-artifacts/output-layout.js


/** The name of every record that signing writes. */
const recordName = 'outtray-record.json';
/** Where everything that the action writes goes: absolute paths. Pure: nothing is looked at. */
class OutputLayout {
    #workspace;
    /** The folder that mirrors the workspace; the workspace itself when everything stands beside its file. */
    folder;
    record;
    publicKey;
    /** Undefined also where it would leave the workspace, which is refused. */
    checksumsFile;
    constructor({ workspace, outputDirectory, checksumsFile }) {
        this.#workspace = workspace;
        this.folder = (0,external_node_path_namespaceObject.resolve)(workspace, outputDirectory ?? '.');
        this.record = (0,external_node_path_namespaceObject.join)(this.folder, recordName);
        this.publicKey = (0,external_node_path_namespaceObject.join)(this.folder, 'public-key.asc');
        const sums = checksumsFile === undefined ? undefined : (0,external_node_path_namespaceObject.resolve)(workspace, checksumsFile);
        this.checksumsFile = sums !== undefined && isInside(workspace, sums) ? sums : undefined;
    }
    /** True when signatures and checksums stand beside their files. */
    get beside() {
        return this.folder === this.#workspace;
    }
    /** The file itself; `path` is relative to the workspace. */
    file(path) {
        return (0,external_node_path_namespaceObject.join)(this.#workspace, path);
    }
    signature(path) {
        return `${(0,external_node_path_namespaceObject.join)(this.folder, path)}.asc`;
    }
    sidecar(path, algorithm) {
        return `${(0,external_node_path_namespaceObject.join)(this.folder, path)}.${algorithm}`;
    }
    /** A path as outputs and messages show it: relative to the workspace with `/`, absolute only outside it. */
    shown(absolute) {
        return isInside(this.#workspace, absolute) ? relativePath(this.#workspace, absolute) || '.' : absolute;
    }
    /** The path of a file below the output folder that mirrors one of the workspace's, as the workspace knows it; undefined elsewhere. */
    mirrored(absolute) {
        return this.beside || !isInside(this.folder, absolute) ? undefined : (0,external_node_path_namespaceObject.join)(this.#workspace, (0,external_node_path_namespaceObject.relative)(this.folder, absolute));
    }
}
/** From one folder to a file, with `/`. */
function relativePath(folder, absolute) {
    // Almost all files stand below the folder, and `relative` takes its time.
    const path = absolute.startsWith(folder + external_node_path_namespaceObject.sep) ? absolute.slice(folder.length + 1) : (0,external_node_path_namespaceObject.relative)(folder, absolute);
    return external_node_path_namespaceObject.sep === '/' ? path : path.replaceAll(external_node_path_namespaceObject.sep, '/');
}

;// CONCATENATED MODULE: ./build/actions/sign-artifacts/planned-writes.js





/**
 * Writes all files, each by one rename, so that a run that dies leaves whole files only; running again completes it. What is there already with
 * the same content is not touched.
 */
function planned_writes_writeAll(writes, layout) {
    const made = new Set();
    for (const { path, content } of writes) {
        const folder = (0,external_node_path_namespaceObject.dirname)(path);
        try {
            if (!made.has(folder))
                (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
            made.add(folder);
            if (!holds(path, content))
                replaceFile(path, content);
        }
        catch (error) {
            throw new errors/* ActionError */.lZ('unavailable', `'${layout.shown(path)}' cannot be written: ${(0,errors/* messageOf */.bD)(error)}`, {
                hint: 'Some files may be written already. Running again completes the rest.',
                cause: error,
            });
        }
    }
}
/** Where the content of a file is prepared: always the same name, so that what a killed run left behind is taken up by the next. */
function preparedPath(path) {
    const name = (0,external_node_crypto_.createHash)('sha256').update((0,external_node_path_namespaceObject.basename)(path)).digest('hex').slice(0, 16);
    return (0,external_node_path_namespaceObject.join)((0,external_node_path_namespaceObject.dirname)(path), `.outtray-${name}`);
}
function replaceFile(path, content) {
    const prepared = preparedPath(path);
    try {
        prepare(prepared, content);
        (0,external_node_fs_.renameSync)(prepared, path);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(prepared, { force: true });
        throw error;
    }
}
function prepare(prepared, content) {
    try {
        (0,external_node_fs_.writeFileSync)(prepared, content, { flag: 'wx' });
    }
    catch (error) {
        if ((0,errors/* systemCode */.xU)(error) !== 'EEXIST')
            throw error;
        (0,external_node_fs_.rmSync)(prepared);
        (0,external_node_fs_.writeFileSync)(prepared, content, { flag: 'wx' });
    }
}
function holds(path, content) {
    const there = entryAt(path);
    return there?.isFile() === true && there.size === Buffer.byteLength(content) && (0,external_node_fs_.readFileSync)(path, 'utf8') === content;
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

;// CONCATENATED MODULE: ./build/actions/sign-artifacts/present-signatures.js





/** Looks at one place; undefined when it is free. Links are not followed. */
function readPresent(path) {
    const there = entryAt(path);
    if (there === undefined)
        return undefined;
    const unreadable = { signatures: [undefined] };
    if (!there.isFile() || there.size > longestSignature)
        return unreadable;
    try {
        const bytes = (0,external_node_fs_.readFileSync)(path, { flag: external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) });
        const { signatures, armored, intact } = readSignatures(bytes);
        if (signatures.length === 0)
            return unreadable;
        const only = signatures.length === 1 && armored && intact ? signatures[0] : undefined;
        return { signatures, ...(only && { keepable: { ...only, sha256: (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex') } }) };
    }
    catch {
        return unreadable;
    }
}
/** Tells every place that holds something else than the signer's own signatures; keys are the paths to show. */
function refuseForeign(present, signer, diagnostics) {
    const hint = 'Set "replace-signatures: true" to replace it, or take the file out of the patterns.';
    for (const [path, { signatures }] of present) {
        const foreign = signatures.filter((signature) => signature === undefined || !isOwn(signature, signer));
        if (foreign.length === 0)
            continue;
        const [first] = foreign;
        if (signatures.length > 1) {
            const who = [...new Set(foreign.map((one) => (one === undefined ? 'something that cannot be read' : `one by ${issuerOf(one)}`)))];
            diagnostics.error(`'${path}' holds more than signatures by ${signer.fingerprint}, with which this run signs: ${listed(who)}`, {
                hint,
            });
        }
        else if (first === undefined) {
            diagnostics.error(`'${path}' is there and holds no signature that can be read`, { hint });
        }
        else {
            diagnostics.error(`'${path}' is a signature by another key, ${issuerOf(first)}; this run signs with ${signer.fingerprint}`, { hint });
        }
    }
}
function issuerOf({ fingerprint, keyId }) {
    return fingerprint ?? keyId ?? 'an unknown key';
}
const mostListed = 5;
function listed(names) {
    const rest = names.length - mostListed;
    return [...names.slice(0, mostListed), ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}

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

;// CONCATENATED MODULE: ./build/actions/sign-artifacts/record.js




/** The version record that starts here: files by their place relative to the record, no package and no version yet. */
function buildRecord({ files, fingerprint, checksums, layout, github }) {
    const fromRecord = (absolute) => relativePath((0,external_node_path_namespaceObject.dirname)(layout.record), absolute);
    const recorded = files.map(({ path, size, md5, sha1, sha256, sha512, signatureSha256 }) => ({
        path: fromRecord(layout.file(path)),
        size,
        md5,
        sha1,
        sha256,
        sha512,
        ...(fingerprint !== undefined && {
            signature: {
                path: fromRecord(layout.signature(path)),
                fingerprint,
                ...(signatureSha256 !== undefined && { sha256: signatureSha256 }),
            },
        }),
        ...(checksums.length > 0 && { checksums }),
    }));
    const run = recordedRun(github);
    const known = Object.keys(run).length > 0;
    return { schema: recordSchema, package: {}, version: {}, files: recorded, ...(known && { run }), published: [], syncs: [] };
}

;// CONCATENATED MODULE: ./build/actions/sign-artifacts/rules.js



/** Rules across the inputs; each broken one is told. `workspace` is an absolute real path. */
function checkInputs(inputs, workspace, diagnostics) {
    const { privateKey, signingKey, expectedFingerprint, checksumsFile } = inputs;
    // Unknown algorithms were told and dropped: what is left may be none.
    const toldChecksums = diagnostics.errors.some(({ message }) => message.startsWith("input 'checksums' "));
    if (privateKey === undefined && inputs.checksums.length === 0 && checksumsFile === undefined && !toldChecksums) {
        diagnostics.error('There is nothing to do: neither a key nor a checksum is asked for', {
            hint: "Give 'private-key' to sign, or 'checksums' or 'checksums-file'. A secret that is not set arrives empty, also in pull requests from forks.",
        });
    }
    const needKey = { passphrase: inputs.passphrase, 'signing-key': signingKey, 'expected-fingerprint': expectedFingerprint };
    for (const [name, value] of Object.entries(needKey)) {
        if (value === undefined || privateKey !== undefined)
            continue;
        diagnostics.error(`input '${name}' is given without 'private-key'`, { hint: 'Is the secret of the key set, and passed to this step?' });
    }
    if (checksumsFile !== undefined && !isInside(workspace, (0,external_node_path_namespaceObject.resolve)(workspace, checksumsFile))) {
        diagnostics.error(`input 'checksums-file' must be a path in the workspace, got '${checksumsFile}'`, {
            hint: 'Write it into the workspace, and copy it from there.',
        });
    }
    if (signingKey !== undefined && normalizeKeyId(signingKey) === undefined) {
        diagnostics.error(`input 'signing-key' must be a fingerprint or a key id in hexadecimal, got '${signingKey}'`);
    }
    if (expectedFingerprint !== undefined && !isFingerprint(expectedFingerprint)) {
        diagnostics.error(`input 'expected-fingerprint' must be a whole fingerprint, 40 hexadecimal digits, got '${expectedFingerprint}'`);
    }
}
/** Which key to use, as far as the inputs say it well: what they say badly is told already, and no reason to find fault with the key. */
function keyWish({ signingKey, expectedFingerprint }) {
    return {
        ...(signingKey !== undefined && normalizeKeyId(signingKey) !== undefined && { signingKey }),
        ...(expectedFingerprint !== undefined && isFingerprint(expectedFingerprint) && { expectedFingerprint }),
    };
}
function isFingerprint(text) {
    return (normalizeKeyId(text)?.length ?? 0) >= 40;
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

;// CONCATENATED MODULE: ./build/core/nearest.js
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
    const similar = nearest(missing ?? name, there);
    const names = similar.length > 0 ? similar : there.slice(0, 3);
    return {
        where: missing === undefined ? `looked in ${folder}` : `${folder} has no folder ${missing}`,
        like: names.length > 0 ? `Nearest there: ${names.join(', ')}.` : `There is no ${wanted} there: has the step that makes it run?`,
    };
}

;// CONCATENATED MODULE: ./build/actions/sign-artifacts/selection.js





/** The files that the patterns choose, sorted by path. Wildcards pass over what signing itself leaves behind, so that a second run sees the same. */
async function selectFiles({ workspace, patterns, failOnUnmatched, layout }, diagnostics) {
    const accept = (path, literal) => literal || !isByProduct(path, layout);
    const located = patterns.map((text) => ({ text }));
    const matches = await findFiles({ workspace, patterns: located, failOnUnmatched, accept }, diagnostics);
    return matches.map(({ path, absolute }) => {
        const { size, mtimeMs } = (0,external_node_fs_.statSync)(absolute);
        return { path, absolute, size, mtimeMs };
    });
}
const signatureSuffixes = ['.asc', '.sigstore.json'];
const sidecarSuffixes = digestAlgorithms.map((algorithm) => `.${algorithm}`);
/** Signatures and keys, checksums of a file that is there, records wherever an earlier run put them, and the checksums file. */
function isByProduct(path, layout) {
    if (signatureSuffixes.some((suffix) => path.endsWith(suffix)))
        return true;
    const absolute = layout.file(path);
    if (external_node_path_namespaceObject.posix.basename(path) === recordName || absolute === layout.checksumsFile)
        return true;
    const suffix = sidecarSuffixes.find((candidate) => path.endsWith(candidate));
    if (suffix === undefined)
        return false;
    const base = absolute.slice(0, -suffix.length);
    const mirrored = layout.mirrored(base);
    return (0,external_node_fs_.existsSync)(base) || (mirrored !== undefined && (0,external_node_fs_.existsSync)(mirrored));
}

// EXTERNAL MODULE: ./build/core/sanitize.js
var sanitize = __nccwpck_require__(507);
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

;// CONCATENATED MODULE: ./build/actions/sign-artifacts/summary.js

/** What the run did, or in a dry run would do. */
function summary_summarize({ files, key, dryRun, documents }) {
    const words = dryRun ? { signed: 'would be signed', kept: 'is there' } : { signed: 'signed', kept: 'was there' };
    const summary = new Markdown().heading(summary_title(key !== undefined, dryRun));
    if (key !== undefined) {
        summary.paragraph('Key: ', { code: key.fingerprint }, key.userIds[0] === undefined ? '' : ` (${key.userIds[0]})`);
        if (key.fingerprint !== key.primaryFingerprint)
            summary.paragraph('A subkey of ', { code: key.primaryFingerprint });
    }
    summary.table(['File', 'Size', 'SHA-256', 'Signature'], files.map((file) => [
        { code: file.path },
        sizeOf(file.size),
        { code: file.sha256 },
        file.signature === undefined ? '–' : words[file.signature],
    ]));
    const written = documents.flatMap((path, index) => [index === 0 ? '' : ', ', { code: path }]);
    return summary.paragraph(dryRun ? 'Would be written: ' : 'Written: ', ...written);
}
function summary_title(signs, dryRun) {
    const what = signs ? 'Signatures' : 'Checksums';
    return dryRun ? `${what}: the plan of a dry run` : what;
}
function sizeOf(bytes) {
    if (bytes < 1000)
        return `${bytes} B`;
    if (bytes < 1_000_000)
        return `${(bytes / 1000).toFixed(1)} kB`;
    return bytes < 1_000_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${(bytes / 1_000_000_000).toFixed(2)} GB`;
}

;// CONCATENATED MODULE: ./build/actions/sign-artifacts/target-folders.js





/** Judges the folders that are to be written to, each once. */
class TargetFolders {
    #workspace;
    #layout;
    #diagnostics;
    #judged = new Map();
    #told = new Set();
    constructor({ workspace, layout }, diagnostics) {
        this.#workspace = workspace;
        this.#layout = layout;
        this.#diagnostics = diagnostics;
    }
    /** The folder itself, or the nearest above it that is there; undefined when it cannot be made or used, which is then told. */
    nearest(folder) {
        if (this.#judged.has(folder))
            return this.#judged.get(folder);
        const there = nearestEntry(folder);
        const fault = this.#obstacle(there) ?? this.#excess(there, folder);
        this.#judged.set(folder, fault === undefined ? there : undefined);
        if (fault !== undefined && !this.#told.has(fault.path)) {
            this.#told.add(fault.path);
            this.#diagnostics.error(fault.message, fault.hint === undefined ? {} : { hint: fault.hint });
        }
        return this.#judged.get(folder);
    }
    #obstacle(there) {
        if (kindAt(there) !== 'folder')
            return { path: there, message: `'${this.#layout.shown(there)}' is to be a folder, and there is a file of that name` };
        const outside = (path) => isInside(this.#workspace, path) && !isInside(this.#workspace, (0,external_node_fs_.realpathSync)(path));
        if (!outside(there))
            return undefined;
        let link = there;
        while (outside((0,external_node_path_namespaceObject.dirname)(link)))
            link = (0,external_node_path_namespaceObject.dirname)(link);
        return {
            path: link,
            message: `the folder '${this.#layout.shown(link)}' is reached by a link out of the workspace`,
            hint: 'Remove the link, or choose another `output-directory`.',
        };
    }
    /** The first of the folders that are to be made whose name or path is too long, also for the files that are prepared in it. */
    #excess(there, folder) {
        const names = (0,external_node_path_namespaceObject.relative)(there, folder).split(external_node_path_namespaceObject.sep);
        let path = there;
        for (const name of names) {
            path = (0,external_node_path_namespaceObject.join)(path, name);
            if ([(0,external_node_path_namespaceObject.join)(there, name), preparedPath((0,external_node_path_namespaceObject.join)(path, 'file'))].some((asked) => kindAt(asked) === 'too-long')) {
                return {
                    path,
                    // The reason first: an annotation ends before such a path does.
                    message: `the file system takes no name or path as long as that of the folder '${this.#layout.shown(path)}' with files in it`,
                    hint: 'Choose a shorter `output-directory` or `checksums-file`.',
                };
            }
        }
        return undefined;
    }
}
/** The folder itself, or what stands nearest above it. */
function nearestEntry(folder) {
    let there = folder;
    while (entryAt(there) === undefined && (0,external_node_path_namespaceObject.dirname)(there) !== there)
        there = (0,external_node_path_namespaceObject.dirname)(there);
    return there;
}

;// CONCATENATED MODULE: ./build/actions/sign-artifacts/targets.js



/** Tells every place where writing would fail, destroy an input, write a file twice, or follow a link out of the workspace; each mistake once. */
function checkTargets({ documents, byProducts }, rules, diagnostics) {
    const { inputs, layout } = rules;
    const occupied = new Set();
    const spoiled = new Set();
    const planned = new Set();
    const folders = new TargetFolders(rules, diagnostics);
    const check = ({ path, of }) => {
        const folder = (0,external_node_path_namespaceObject.dirname)(path);
        const base = folders.nearest(folder);
        if (base === undefined)
            return;
        const refuse = (message, hint) => {
            if (of === undefined || !spoiled.has(of))
                diagnostics.error(`'${layout.shown(path)}' ${message}`, hint === undefined ? {} : { hint });
            spoiled.add(path);
        };
        const kind = kindAt(path);
        const tooLong = kind === 'too-long' || (base !== folder && kindAt((0,external_node_path_namespaceObject.join)(base, (0,external_node_path_namespaceObject.basename)(path))) === 'too-long');
        if (inputs.has(path)) {
            refuse('is to be signed, and this run would write it', 'Take it out of `files`, or choose another place for what is written.');
        }
        else if (planned.has(path)) {
            refuse('would be written twice', 'Choose another `checksums-file` or `output-directory`.');
        }
        else if (kind === 'folder') {
            refuse('cannot be written: there is a folder of that name');
        }
        else if (tooLong) {
            refuse('cannot be written: the file system takes no name that long', 'Shorten the name of the file: what belongs to it has a longer one.');
            if (of !== undefined)
                spoiled.add(of);
        }
        else if (kind === 'file') {
            occupied.add(path);
        }
    };
    for (const document of documents) {
        check(document);
        planned.add(document.path);
    }
    for (const target of byProducts)
        check(target);
    return { occupied };
}

;// CONCATENATED MODULE: ./build/actions/sign-artifacts/run.js


















// From here on memory counts for more than some percent of time.
const manyFiles = 2000;
/** Signs files, writes checksums, and starts the version record. Nothing is written before everything is known to be right. */
async function signArtifacts(inputs, context) {
    const { workspace, diagnostics, log } = context;
    growSlowly();
    checkInputs(inputs, workspace, diagnostics);
    const layout = new OutputLayout({ workspace, ...inputs });
    const { files: patterns, failOnUnmatched } = inputs;
    const selected = await selectFiles({ workspace, patterns, failOnUnmatched, layout }, diagnostics);
    if (selected.length > manyFiles)
        staySmall();
    const pool = diagnostics.errors.length > 0 ? undefined : startWorkers(selected, inputs.privateKey !== undefined);
    const toSign = new Set(selected.map(({ path }) => layout.file(path)));
    const targets = checkTargets(targetsOf(selected, inputs, layout), { workspace, inputs: toSign, layout }, diagnostics);
    const run = new Run(inputs, context, layout);
    const files = await run.hashAndSign(selected, { pool, targets });
    await run.warnOfLosses(selected, targets);
    const documents = await run.documents(files);
    if (!inputs.dryRun) {
        planned_writes_writeAll(run.signatures, layout);
        planned_writes_writeAll(run.sidecars(files), layout);
        planned_writes_writeAll(documents, layout);
    }
    const signed = files.filter((file) => file.signature === 'signed').length;
    const kept = files.filter((file) => file.signature === 'kept').length;
    log.info(`${files.length} files: ${signed} signed, ${kept} with a signature by this key already${inputs.dryRun ? ' (dry run: nothing is written)' : ''}`);
    const shownDocuments = documents.map(({ path }) => layout.shown(path));
    return {
        outputs: run.outputs(files, { signed, kept }),
        summary: summary_summarize({ files, key: run.key, dryRun: inputs.dryRun, documents: shownDocuments }),
    };
}
function targetsOf(selected, inputs, layout) {
    const signs = inputs.privateKey !== undefined;
    const { record, publicKey, checksumsFile } = layout;
    const documents = [record, ...(checksumsFile === undefined ? [] : [checksumsFile])];
    const signatures = documents.map((of) => ({ path: signatureOf(of), of }));
    return {
        documents: [...[...documents, ...(signs ? [publicKey] : [])].map((path) => ({ path })), ...(signs ? signatures : [])],
        byProducts: byProductsOf(selected, inputs, layout),
    };
}
function* byProductsOf(selected, inputs, layout) {
    for (const { path } of selected) {
        const of = layout.file(path);
        if (inputs.privateKey !== undefined)
            yield { path: layout.signature(path), of };
        for (const algorithm of inputs.checksums)
            yield { path: layout.sidecar(path, algorithm), of };
    }
}
/** One run after its inputs are read: the key, the signatures that are there, and what is to be written. */
class Run {
    #inputs;
    #context;
    #layout;
    /** New signatures of files. */
    signatures = [];
    key;
    #recordSha256 = '';
    constructor(inputs, context, layout) {
        this.#inputs = inputs;
        this.#context = context;
        this.#layout = layout;
    }
    /** Hashes all files while the key unlocks. Throws with everything that is wrong before it signs anything. */
    async hashAndSign(selected, { pool, targets }) {
        const { diagnostics } = this.#context;
        const { privateKey } = this.#inputs;
        if (privateKey === undefined)
            diagnostics.throwIfErrors();
        const layout = this.#layout;
        const present = new Map();
        const look = (path) => {
            const found = privateKey !== undefined && targets.occupied.has(path) ? readPresent(path) : undefined;
            if (found !== undefined)
                present.set(layout.shown(path), found);
            return found;
        };
        const toHash = selected.map(({ path, absolute, size, mtimeMs }) => {
            const existing = look(layout.signature(path))?.keepable;
            return { path: absolute, size, mtimeMs, ...(existing && { existing }) };
        });
        for (const document of [layout.record, layout.checksumsFile])
            if (document !== undefined)
                look(signatureOf(document));
        const opening = privateKey === undefined ? undefined : this.#open(privateKey, present);
        if (diagnostics.errors.length > 0)
            await opening;
        const hashed = await hashFiles(toHash, { pool, ...(opening && { signer: opening.then((key) => key.signer) }) });
        return hashed.map(({ signature, keptSignature, ...file }, index) => {
            const path = selected[index]?.path ?? '';
            if (signature !== undefined)
                this.signatures.push({ path: layout.signature(path), content: signature });
            if (signature !== undefined)
                return { path, ...file, signature: 'signed', signatureSha256: (0,external_node_crypto_.createHash)('sha256').update(signature).digest('hex') };
            const kept = keptSignature ? toHash[index]?.existing : undefined;
            return { path, ...file, ...(kept && { signature: 'kept', signatureSha256: kept.sha256 }) };
        });
    }
    /** Opens the key and compares it with the signatures that are there; throws with all mistakes of the run if there is any. */
    async #open(secret, present) {
        const { diagnostics, clock } = this.#context;
        const { passphrase } = this.#inputs;
        // The workers start first: loading openpgp.js keeps this thread busy.
        await Promise.resolve();
        try {
            this.key = await openSigningKey({
                secret,
                signedAt: clock.now(),
                today: new Date(),
                ...(passphrase !== undefined && { passphrase }),
                ...keyWish(this.#inputs),
            });
        }
        catch (error) {
            if (!(error instanceof errors/* ActionError */.lZ))
                throw error;
            diagnostics.error(error.message, error.hint === undefined ? {} : { hint: error.hint });
            diagnostics.throwIfErrors();
            throw error;
        }
        for (const { message, hint } of this.key.warnings)
            diagnostics.warning(message, { hint });
        if (!this.#inputs.replaceSignatures)
            refuseForeign(present, this.key.signer.portable, diagnostics);
        diagnostics.throwIfErrors();
        return this.key;
    }
    /** Warns of what others put where this run writes. */
    async warnOfLosses(selected, { occupied }) {
        const { diagnostics } = this.#context;
        const layout = this.#layout;
        const losses = { occupied, layout };
        for (const { path } of selected) {
            for (const algorithm of this.#inputs.checksums)
                warnOfLostSidecar({ path: layout.sidecar(path, algorithm), algorithm }, losses, diagnostics);
        }
        warnOfLostChecksums(losses, diagnostics);
        if (this.key)
            await warnOfLostKey(this.key.primaryFingerprint, losses, diagnostics);
    }
    /** The checksums of each file, one file per algorithm. */
    *sidecars(files) {
        for (const file of files) {
            for (const algorithm of this.#inputs.checksums)
                yield { path: this.#layout.sidecar(file.path, algorithm), content: `${file[algorithm]}\n` };
        }
    }
    /** The checksums file, the exported key, the record, and signatures of what needs one. */
    async documents(files) {
        const { checksums } = this.#inputs;
        const layout = this.#layout;
        const { checksumsFile } = layout;
        const sums = checksumsFile && files.map((file) => checksumLine(file.sha256, relativePath((0,external_node_path_namespaceObject.dirname)(checksumsFile), layout.file(file.path)))).join('');
        const { github } = this.#context;
        const record = serializeRecord(buildRecord({ files, fingerprint: this.key?.fingerprint, checksums, layout, github }));
        this.#recordSha256 = (0,external_node_crypto_.createHash)('sha256').update(record).digest('hex');
        return [
            ...(checksumsFile && sums !== undefined ? await this.#signed({ path: checksumsFile, content: sums }) : []),
            ...(this.key ? [{ path: layout.publicKey, content: this.key.publicKey }] : []),
            ...(await this.#signed({ path: layout.record, content: record })),
        ];
    }
    async #signed(document) {
        if (this.key === undefined)
            return [document];
        const path = signatureOf(document.path);
        const outcome = await signText(document.content, readPresent(path)?.keepable, this.key.signer);
        return 'kept' in outcome ? [document] : [document, { path, content: outcome.armored }];
    }
    outputs(files, { signed, kept }) {
        const layout = this.#layout;
        const pairs = this.key ? files.map(({ path }) => ({ file: path, signature: layout.shown(layout.signature(path)) })) : [];
        const subjects = files.map(({ sha256, path }) => checksumLine(sha256, path)).join('');
        return {
            ...(this.key && { fingerprint: this.key.fingerprint, 'public-key': layout.shown(layout.publicKey) }),
            record: layout.shown(layout.record),
            'record-sha256': this.#recordSha256,
            signatures: JSON.stringify(pairs),
            ...(layout.checksumsFile !== undefined && { 'checksums-file': layout.shown(layout.checksumsFile) }),
            subjects: Buffer.from(subjects).toString('base64'),
            'signed-count': String(signed),
            'skipped-count': String(kept),
        };
    }
}
function signatureOf(document) {
    return `${document}.asc`;
}


/***/ }),

/***/ 352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(161);
// EXTERNAL MODULE: ./build/core/clock.js + 1 modules
var core_clock = __nccwpck_require__(396);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
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

// EXTERNAL MODULE: ./build/core/errors.js
var core_errors = __nccwpck_require__(807);
;// CONCATENATED MODULE: ./build/core/diagnostics.js

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
        throw new core_errors/* ActionError */.lZ('invalid-input', errors.length === 1 ? first.message : `${errors.length} mistakes in the input`, {
            diagnostics: errors,
        });
    }
    #foreseen(error) {
        if (!(error instanceof core_errors/* ActionError */.lZ))
            throw error;
        this.error(error.message, error.hint === undefined ? {} : { hint: error.hint });
    }
}

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
var sanitize = __nccwpck_require__(507);
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
    const diagnostics = new Diagnostics();
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
        throw new core_errors/* ActionError */.lZ('not-found', `the workspace '${named}' (variable GITHUB_WORKSPACE) cannot be read: ${(0,core_errors/* systemCode */.xU)(error) ?? (0,core_errors/* messageOf */.bD)(error)}`, {
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
    throw new core_errors/* ActionError */.lZ('unauthorized', `${given.join(', ')} is given, but ${reason}`, {
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
        const cancel = () => controller.abort(new core_errors/* ActionError */.lZ('timeout', 'the run was cancelled'));
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
    const foreseen = error instanceof core_errors/* ActionError */.lZ;
    const told = foreseen && error.diagnostics.length > 0;
    if (foreseen && !told)
        diagnostics.error(error.message, error.hint === undefined ? {} : { hint: error.hint });
    if (!foreseen) {
        diagnostics.error(`Unexpected failure: ${(0,core_errors/* messageOf */.bD)(error)}`, {
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
        runnerLog.info(`Caused by: ${(0,core_errors/* messageOf */.bD)(cause)}`);
}
function causeOf(error) {
    return error instanceof Error ? error.cause : undefined;
}


/***/ }),

/***/ 396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  L: () => (/* binding */ isoTime),
  m: () => (/* binding */ systemClock)
});

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
// EXTERNAL MODULE: ./build/core/errors.js
var errors = __nccwpck_require__(807);
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

/***/ 807:
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

/***/ 507:
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
/******/ var __webpack_exports__ = __nccwpck_require__(397);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
