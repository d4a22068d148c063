/**
 * What can be said of a P-256 key and signature without cryptography of one's own (FIPS 186-5, SEC
 * 1): whether a point lies on the curve, and the two numbers of a signature in their one DER form.
 */

const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const COORDINATE_BYTES = 32;
const UNCOMPRESSED = 0x04;

function numberOf(bytes: Uint8Array): bigint {
  let number = 0n;
  for (const byte of bytes) number = (number << 8n) | BigInt(byte);
  return number;
}

/** Whether the bytes are an uncompressed point of the curve: 04, x and y of 32 bytes each. */
export function isP256Point(bytes: Uint8Array): boolean {
  if (bytes.length !== 1 + 2 * COORDINATE_BYTES || bytes[0] !== UNCOMPRESSED) return false;
  const x = numberOf(bytes.subarray(1, 1 + COORDINATE_BYTES));
  const y = numberOf(bytes.subarray(1 + COORDINATE_BYTES));
  if (x >= P || y >= P) return false;
  return (y * y - (x * x * x - 3n * x + B)) % P === 0n;
}

const SEQUENCE = 0x30;
const INTEGER = 0x02;

/** A positive INTEGER below the order in its shortest form, and where it ends. */
function readInteger(
  der: Uint8Array,
  at: number,
): { readonly bytes: Uint8Array; readonly end: number } | undefined {
  const length = der[at + 1] ?? 0;
  const end = at + 2 + length;
  if (der[at] !== INTEGER || length === 0 || length > COORDINATE_BYTES + 1) return undefined;
  if (end > der.length) return undefined;
  const bytes = der.subarray(at + 2, end);
  const [first = 0, second = 0] = bytes;
  if (first >= 0x80 || (first === 0 && second < 0x80)) return undefined;
  const number = numberOf(bytes);
  return number > 0n && number < ORDER ? { bytes, end } : undefined;
}

/** The last 32 bytes of a number, with zeros before it where it is shorter. */
function padded(bytes: Uint8Array): Uint8Array {
  const digits = bytes.subarray(Math.max(0, bytes.length - COORDINATE_BYTES));
  const whole = new Uint8Array(COORDINATE_BYTES);
  whole.set(digits, COORDINATE_BYTES - digits.length);
  return whole;
}

/** An ECDSA signature in strict DER as r and s of 32 bytes each; nothing if it is another form. */
export function p256SignatureFromDer(der: Uint8Array): Uint8Array | undefined {
  if (der[0] !== SEQUENCE || der[1] !== der.length - 2) return undefined;
  const r = readInteger(der, 2);
  const s = r === undefined ? undefined : readInteger(der, r.end);
  if (r === undefined || s === undefined || s.end !== der.length) return undefined;
  const raw = new Uint8Array(2 * COORDINATE_BYTES);
  raw.set(padded(r.bytes));
  raw.set(padded(s.bytes), COORDINATE_BYTES);
  return raw;
}
