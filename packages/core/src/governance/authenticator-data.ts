const HASH_BYTES = 32;
const PLAIN_BYTES = 37;

const FLAGS = {
  userPresent: 0x01,
  userVerified: 0x04,
  backupEligible: 0x08,
  backedUp: 0x10,
  attestedCredential: 0x40,
  extensions: 0x80,
} as const;

/** What an authenticator says of an assertion (WebAuthn section 6.1). */
export type AuthenticatorData = {
  /** SHA-256 of the site's RP ID. */
  readonly siteHash: Uint8Array;
  readonly userPresent: boolean;
  readonly userVerified: boolean;
  /** Whether the passkey may be copied to other devices of its holder. */
  readonly backupEligible: boolean;
};

/**
 * Reads authenticator data of an assertion. It holds no new credential, ends after the counter
 * unless it says that extensions follow, and is not backed up without being eligible for it.
 */
export function readAuthenticatorData(bytes: Uint8Array): AuthenticatorData | undefined {
  const flags = bytes[HASH_BYTES];
  if (flags === undefined || bytes.length < PLAIN_BYTES) return undefined;
  const has = (flag: number): boolean => (flags & flag) !== 0;
  if (has(FLAGS.attestedCredential)) return undefined;
  if (has(FLAGS.extensions) !== bytes.length > PLAIN_BYTES) return undefined;
  if (has(FLAGS.backedUp) && !has(FLAGS.backupEligible)) return undefined;
  return {
    siteHash: bytes.subarray(0, HASH_BYTES),
    userPresent: has(FLAGS.userPresent),
    userVerified: has(FLAGS.userVerified),
    backupEligible: has(FLAGS.backupEligible),
  };
}
