/**
 * The instructions of WebAssembly that programs are compiled to. They are few, and written here
 * since a library of them takes longer to start than V8 takes to compile what it wrote.
 */

/** Instructions that leave a value on the stack, or do something; a character is a byte. */
export type Expression = string;

const bytes = (...values: number[]): string => String.fromCharCode(...values);

export const I32 = bytes(0x7f);
export const V128 = bytes(0x7b);

/** Seven bits a byte, the lowest first (LEB128). */
function unsigned(value: number): string {
  let written = "";
  let left = value;
  for (; left >= 0x80; left >>>= 7) written += bytes((left & 0x7f) | 0x80);
  return written + bytes(left);
}

function signed(value: number): string {
  let written = "";
  let left = value;
  for (; left < -0x40 || left >= 0x40; left >>= 7) written += bytes((left & 0x7f) | 0x80);
  return written + bytes(left & 0x7f);
}

const vector = (code: number): string => bytes(0xfd) + unsigned(code);
/** An offset, and what power of two the address is a multiple of. */
const at = (offset: number, align: number): string => bytes(Math.log2(align)) + unsigned(offset);

type Unary = (operand: Expression) => Expression;
type Binary = (left: Expression, right: Expression) => Expression;
type Load = (offset: number, align: number, address: Expression) => Expression;
type Lane = (operand: Expression, lane: number) => Expression;

function unary(code: number): Unary {
  const written = vector(code);
  return (operand) => operand + written;
}

function binary(code: number): Binary {
  const written = vector(code);
  return (left, right) => left + right + written;
}

function binaryInt(code: number): Binary {
  const written = bytes(code);
  return (left, right) => left + right + written;
}

function load(written: string): Load {
  return (offset, align, address) => address + written + at(offset, align);
}

function lane(code: number): Lane {
  const written = vector(code);
  return (operand, index) => operand + written + bytes(index);
}

export const local = {
  get: (index: number): Expression => bytes(0x20) + unsigned(index),
  set: (index: number, value: Expression): Expression => value + bytes(0x21) + unsigned(index),
};

export const i32 = {
  const: (value: number): Expression => bytes(0x41) + signed(value),
  load: load(bytes(0x28)),
  lt_u: binaryInt(0x49),
  add: binaryInt(0x6a),
  sub: binaryInt(0x6b),
  mul: binaryInt(0x6c),
  shl: binaryInt(0x74),
  shr_u: binaryInt(0x76),
};

export const v128 = {
  load: load(vector(0x00)),
  load32_splat: load(vector(0x09)),
  load64_splat: load(vector(0x0a)),
  load64_zero: load(vector(0x5d)),
  load64_lane: (
    offset: number,
    align: number,
    index: number,
    address: Expression,
    value: Expression,
  ): Expression => address + value + vector(0x57) + at(offset, align) + bytes(index),
  store: (offset: number, align: number, address: Expression, value: Expression): Expression =>
    address + value + vector(0x0b) + at(offset, align),
  const: (values: readonly number[]): Expression => vector(0x0c) + bytes(...values),
  not: unary(0x4d),
  and: binary(0x4e),
  andnot: binary(0x4f),
  or: binary(0x50),
  xor: binary(0x51),
  bitselect: (whenSet: Expression, whenNot: Expression, mask: Expression): Expression =>
    whenSet + whenNot + mask + vector(0x52),
  any_true: unary(0x53),
};

export const i8x16 = {
  shuffle: (left: Expression, right: Expression, places: readonly number[]): Expression =>
    left + right + vector(0x0d) + bytes(...places),
};
export const i16x8 = { extract_lane_u: lane(0x19) };
export const i32x4 = {
  splat: unary(0x11),
  extract_lane: lane(0x1b),
  shr_s: binary(0xac),
  add: binary(0xae),
  trunc_sat_f64x2_u_zero: unary(0xfd),
};
export const i64x2 = {
  extend_low_i32x4_s: unary(0xc7),
  shl: binary(0xcb),
  shr_u: binary(0xcd),
  add: binary(0xce),
  sub: binary(0xd1),
  extmul_low_i32x4_u: binary(0xde),
  extmul_high_i32x4_u: binary(0xdf),
};
export const f64x2 = {
  eq: binary(0x47),
  lt: binary(0x49),
  le: binary(0x4b),
  floor: unary(0x75),
  nearest: unary(0x94),
  abs: unary(0xec),
  neg: unary(0xed),
  sqrt: unary(0xef),
  add: binary(0xf0),
  sub: binary(0xf1),
  mul: binary(0xf2),
  div: binary(0xf3),
  pmin: binary(0xf6),
  pmax: binary(0xf7),
  convert_low_i32x4_s: unary(0xfe),
  convert_low_i32x4_u: unary(0xff),
};

export const call = (index: number, given: readonly Expression[]): Expression =>
  given.join("") + bytes(0x10) + unsigned(index);

const END = bytes(0x0b);
/** The type of a block that leaves nothing. */
const NOTHING = bytes(0x40);

/** Runs where an i32 is not 0. */
export const when = (condition: Expression, body: readonly Expression[]): Expression =>
  condition + bytes(0x04) + NOTHING + body.join("") + END;

/** Runs, and again as long as an i32 is not 0 in the end. */
export const repeat = (body: readonly Expression[], again: Expression): Expression =>
  bytes(0x03) + NOTHING + body.join("") + again + bytes(0x0d, 0) + END;

/** A function that gives nothing. */
export type WrittenFunction = {
  readonly name: string;
  /** How many, each an i32. */
  readonly parameters: number;
  /** Their types. */
  readonly locals: readonly string[];
  readonly body: Expression;
};

/** A module with so many pages of memory, which is exported as `memory`, as the functions are. */
export function moduleOf(pages: number, functions: readonly WrittenFunction[]): Uint8Array {
  const types = functions.map(
    ({ parameters }) => bytes(0x60) + unsigned(parameters) + I32.repeat(parameters) + bytes(0),
  );
  const named = (name: string, kind: number, index: number): string =>
    sized(name) + bytes(kind) + unsigned(index);
  const exported = functions.map(({ name }, index) => named(name, 0, index));
  const module = [
    bytes(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0),
    section(1, types),
    section(3, [...functions.keys()].map(unsigned)),
    section(5, [bytes(0) + unsigned(pages)]),
    section(7, [named("memory", 2, 0), ...exported]),
    section(10, functions.map(codeOf)),
  ].join("");
  const written = new Uint8Array(module.length);
  for (let at = 0; at < module.length; at++) written[at] = module.charCodeAt(at);
  return written;
}

const sized = (content: string): string => unsigned(content.length) + content;

const section = (code: number, items: readonly string[]): string =>
  bytes(code) + sized(unsigned(items.length) + items.join(""));

function codeOf({ locals, body }: WrittenFunction): string {
  const declared = locals.map((type) => bytes(1) + type);
  return sized(unsigned(locals.length) + declared.join("") + body + END);
}
