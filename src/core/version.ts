/** The version of this suite, as it introduces itself to servers. A test holds it against package.json. */
export const version = '0.0.0'
