/** Put in by the build. */
declare const REDIAN_VERSION: string | undefined;

/** This package's version; 0.0.0 in a source checkout. */
export const packageVersion: string = typeof REDIAN_VERSION === 'string' ? REDIAN_VERSION : '0.0.0';
