import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
var __webpack_exports__ = {};

;// CONCATENATED MODULE: external "node:worker_threads"
const external_node_worker_threads_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");
;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: ./build/core/errors.js
/** A failure that we foresaw: it prints as one line and a hint, never as a stack. */
class errors_ActionError extends Error {
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

;// CONCATENATED MODULE: ./build/signing/steady-file.js
// Reading files that must not be links and must not change while we read. Node's own modules only: workers load this file.


/** Opens a file for reading; a link in its place is an error, so that nothing is read that was not chosen. */
function openSteady(file) {
    try {
        // Windows has no O_NOFOLLOW; there links need a privilege.
        return (0,external_node_fs_namespaceObject.openSync)(file.path, external_node_fs_namespaceObject.constants.O_RDONLY | (external_node_fs_namespaceObject.constants.O_NOFOLLOW ?? 0));
    }
    catch (error) {
        const code = systemCode(error);
        if (code === 'ELOOP' || code === 'ENOENT')
            throw changed(file, 'it was replaced or removed', error);
        throw new errors_ActionError('unavailable', `${file.path} cannot be read: ${messageOf(error)}`, { cause: error });
    }
}
/** Runs `body` over an open file and makes sure that the file is, before and after, the one that was found. */
function whileSteady(file, descriptor, body) {
    const before = (0,external_node_fs_namespaceObject.fstatSync)(descriptor);
    if (!before.isFile())
        throw changed(file, 'it is no longer a file');
    if (before.size !== file.size)
        throw changed(file, `its size was ${file.size} and is now ${before.size} bytes`);
    if (file.mtimeMs !== undefined && before.mtimeMs !== file.mtimeMs)
        throw changed(file, 'it was written again');
    const result = body();
    const after = (0,external_node_fs_namespaceObject.fstatSync)(descriptor);
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
        (0,external_node_fs_namespaceObject.closeSync)(descriptor);
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
        const count = (0,external_node_fs_namespaceObject.readSync)(descriptor, room, filled, room.length - filled, position + filled);
        if (count === 0)
            break;
        filled += count;
    }
    return filled;
}
function changed(file, how, cause) {
    return new errors_ActionError('conflict', `${file.path} changed during the run: ${how}`, {
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
            (0,external_node_fs_namespaceObject.closeSync)(target);
        }
        const written = digestOf({ path: task.to, size: task.size }, buffer);
        if (written !== task.sha256)
            throw wrongDigest(task.to, task.sha256, written);
    }
    catch (error) {
        (0,external_node_fs_namespaceObject.unlinkSync)(task.to);
        throw error;
    }
}
function createTarget({ from, to }) {
    try {
        return (0,external_node_fs_namespaceObject.openSync)(to, 'wx', 0o666);
    }
    catch (error) {
        const there = systemCode(error) === 'EEXIST';
        throw new errors_ActionError(there ? 'conflict' : 'unavailable', `${from} cannot be copied to ${to}: ${there ? 'something is there' : messageOf(error)}`, {
            cause: error,
        });
    }
}
function copyInto(task, target, buffer) {
    const source = { path: task.from, size: task.size };
    const running = (0,external_node_crypto_namespaceObject.createHash)('sha256');
    readSteady(source, (descriptor) => readPieces(source, descriptor, buffer, (piece) => {
        running.update(piece);
        writeAll(target, piece, task);
    }));
    return running.digest('hex');
}
function digestOf(file, buffer) {
    const running = (0,external_node_crypto_namespaceObject.createHash)('sha256');
    readSteady(file, (descriptor) => readPieces(file, descriptor, buffer, (piece) => running.update(piece)));
    return running.digest('hex');
}
/** One write may take less than it was given. */
function writeAll(descriptor, piece, { to }) {
    try {
        for (let written = 0; written < piece.length;)
            written += (0,external_node_fs_namespaceObject.writeSync)(descriptor, piece, written);
    }
    catch (error) {
        throw new errors_ActionError('unavailable', `${to} cannot be written: ${messageOf(error)}`, { cause: error });
    }
}
function wrongDigest(path, expected, actual) {
    return new errors_ActionError('conflict', `${path} is not what was checked: its SHA-256 is ${actual}, expected ${expected}`, {
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
            open.set(name, (0,external_node_crypto_namespaceObject.createHash)(name));
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
                digests[name] = (0,external_node_crypto_namespaceObject.hash)(name, content, 'hex');
    }
    else {
        for (const name of task.algorithms)
            if (!open.has(name))
                open.set(name, (0,external_node_crypto_namespaceObject.createHash)(name));
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

;// CONCATENATED MODULE: ./build/signing/worker-messages.js
// What the main thread and its workers say to each other. Everything here survives a structured clone.

function describeFailure(error) {
    if (error instanceof errors_ActionError)
        return { message: error.message, code: error.code, ...(error.hint !== undefined && { hint: error.hint }) };
    return { message: messageOf(error), ...(error instanceof Error && error.stack !== undefined && { stack: error.stack }) };
}
/** The error that a worker met, as if it had been thrown here. */
function reviveFailure({ message, code, hint, stack }) {
    if (code !== undefined)
        return new ActionError(code, message, hint === undefined ? {} : { hint });
    return Object.assign(new Error(message), stack !== undefined && { stack });
}

;// CONCATENATED MODULE: ./build/signing/follow-task.js
// Hashing behind a writer: the side of the worker. Node's own modules only: workers load this file.





/** Hashes files as far as messages say that they have been written, and tells their digests when asked, until the thread is stopped. */
function follow(port) {
    const files = new Map();
    const buffer = newBuffer();
    const close = (id) => {
        const file = files.get(id);
        files.delete(id);
        if (file !== undefined)
            (0,external_node_fs_namespaceObject.closeSync)(file.descriptor);
    };
    port.on('message', (growth) => {
        const answer = (message) => port.postMessage(message);
        try {
            const file = files.get(growth.id) ?? follow_task_open(growth);
            files.set(growth.id, file);
            if (growth.end !== 'given-up')
                readTo(growth, file, buffer);
            if (growth.end === 'whole') {
                const digests = Object.fromEntries([...file.hashes].map(([name, hash]) => [name, hash.digest('hex')]));
                answer({ kind: 'digests', id: growth.id, digests });
            }
            if (growth.end !== undefined)
                close(growth.id);
        }
        catch (error) {
            close(growth.id);
            answer({ kind: 'lost', id: growth.id, failure: describeFailure(error) });
        }
    });
}
function follow_task_open({ path, size, algorithms }) {
    const hashes = new Map(algorithms.map((name) => [name, (0,external_node_crypto_namespaceObject.createHash)(name)]));
    return { descriptor: openSteady({ path, size }), hashes, position: 0 };
}
function readTo({ path, size }, file, buffer) {
    while (file.position < size) {
        const wanted = Math.min(buffer.length, size - file.position);
        const count = readAt(file.descriptor, buffer.subarray(0, wanted), file.position);
        if (count < wanted)
            throw new Error(`${path} has become shorter while it was written`);
        for (const hash of file.hashes.values())
            hash.update(buffer.subarray(0, count));
        file.position += count;
    }
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
const signature_packet_publicKeyAlgorithms = { rsa: 1, rsaSign: 3, dsa: 17, ecdsa: 19, eddsaLegacy: 22, ed25519: 27, ed448: 28 };
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
        privateKey: createPrivateKey({ format: 'jwk', key: { kty: 'RSA', ...jwk } }),
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
        privateKey: createPrivateKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x, d: base64url(seed) } }),
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
    const fields = key.kind === 'rsa' ? mpi(rsaSignature(key, digest)) : ed25519Fields((0,external_node_crypto_namespaceObject.sign)(null, digest, key.privateKey));
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
        return (0,external_node_crypto_namespaceObject.verify)(null, digest, key.publicKey, signature);
    try {
        const shown = (0,external_node_crypto_namespaceObject.publicDecrypt)({ key: key.publicKey, padding: external_node_crypto_namespaceObject.constants.RSA_PKCS1_PADDING }, signature);
        return shown.equals(Buffer.concat([prefix, digest]));
    }
    catch {
        // OpenSSL throws when the padding is wrong, that is, when the signature is not this key's.
        return false;
    }
}
function rsaSignature(key, digest) {
    const block = Buffer.concat([digestInfo.sha512 ?? Buffer.alloc(0), digest]);
    return (0,external_node_crypto_namespaceObject.privateEncrypt)({ key: key.privateKey, padding: external_node_crypto_namespaceObject.constants.RSA_PKCS1_PADDING }, block);
}
function ed25519Fields(signature) {
    return Buffer.concat([mpi(signature.subarray(0, 32)), mpi(signature.subarray(32))]);
}
function publicKeyOf(key) {
    return createPublicKey({ format: 'jwk', key });
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

;// CONCATENATED MODULE: ./build/signing/hash-worker.js
// The program of a worker thread: an entry of its own in the bundles. It has no environment and loads Node's own modules only.






const batchSize = 64;
if (external_node_worker_threads_namespaceObject.parentPort === null)
    throw new Error('hash-worker is started by a worker pool');
const port = external_node_worker_threads_namespaceObject.parentPort;
port.once('message', async (job) => {
    if (job.kind === 'follow') {
        follow(port);
        return;
    }
    try {
        if (job.kind === 'hash')
            await new Hashing(job).run();
        else
            copyAll(job);
        post({ kind: 'done' });
    }
    catch (error) {
        post({ kind: 'failed', failure: describeFailure(error) });
    }
    port.close();
});
function copyAll({ tasks, counter }) {
    const buffer = newBuffer();
    for (const task of taken(tasks, counter))
        copyFile(task, buffer);
}
/** Hashes tasks while the main thread unlocks the key; what is hashed by then waits for it with its digests running. */
class Hashing {
    #job;
    #waiting = [];
    #results = [];
    #signer;
    constructor(job) {
        this.#job = job;
    }
    async run() {
        const { tasks, counter, signs } = this.#job;
        const buffer = newBuffer();
        for (const task of taken(tasks, counter)) {
            const part = hashFile(task, buffer, signs);
            if (part.running !== undefined && this.#signer === undefined)
                this.#receive((0,external_node_worker_threads_namespaceObject.receiveMessageOnPort)(port)?.message);
            if (part.running !== undefined && this.#signer === undefined)
                this.#waiting.push({ task, part });
            else
                this.#complete(task, part);
        }
        if (this.#waiting.length > 0)
            this.#receive(await new Promise((resolve) => port.once('message', resolve)));
        this.#flush();
    }
    #receive(message) {
        if (message?.kind !== 'signer')
            return;
        this.#signer = message.signer;
        for (const { task, part } of this.#waiting.splice(0))
            this.#complete(task, part);
    }
    #complete(task, { running, ...part }) {
        const existing = this.#job.existing.get(task.index);
        const signature = running && this.#signer && settle(running, existing, this.#signer);
        this.#results.push({ index: task.index, ...part, ...(signature && { signature }) });
        if (this.#results.length >= batchSize)
            this.#flush();
    }
    #flush() {
        post({ kind: 'results', results: this.#results });
        this.#results = [];
    }
}
/** The tasks that this worker gets: all workers share one counter as their queue. */
function* taken(tasks, counter) {
    const next = new Int32Array(counter);
    for (;;) {
        const task = tasks[Atomics.add(next, 0, 1)];
        if (task === undefined)
            return;
        yield task;
    }
}
function post(message) {
    port.postMessage(message);
}

