/**
 * A computation that the charter or the input may refuse.
 *
 * Rejections and findings are values, never exceptions
 * (docs/decisions/0003-three-kinds-of-failure.md): a bug asserts, the world's failures throw at the
 * edge, and everything that a rule may say no to returns a Result.
 */
export type Result<T, E> = Ok<T> | Err<E>;

export type Ok<T> = { readonly ok: true; readonly value: T };
export type Err<E> = { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });
export const err = <E>(error: E): Err<E> => ({ ok: false, error });
