import { type RefCallback, useCallback, useState } from "react";

/** Most characters of a field of one line, where no schema says less. */
export const LINE_MAX = 10_000;

/** Most characters of a field for long texts: more than any text that the office takes. */
export const TEXT_MAX = 1_048_576;

type Field = HTMLInputElement | HTMLTextAreaElement;

const exceeds = (text: string, max: number): boolean => text.length > max && characters(text) > max;

/** Characters as a schema counts them: a surrogate pair is one. */
function characters(text: string): number {
  let count = text.length;
  for (let n = 0; n < text.length; n++) {
    const code = text.charCodeAt(n);
    if (code < 0xd800 || code > 0xdbff) continue;
    const next = text.charCodeAt(n + 1);
    if (next >= 0xdc00 && next <= 0xdfff) count--;
  }
  return count;
}

export type TextLimit = {
  /** How long the text would have become that was not taken, until another is. */
  readonly refused: number | undefined;
  /** Takes what a field now says, unless it is too long: then the field keeps what it had. */
  readonly take: (next: string) => void;
  /** Looks at what comes into a field before it is there: a browser lays out all that it takes. */
  readonly watch: RefCallback<Field>;
};

/**
 * Keeps what is longer than a field takes out of it, however it comes: typed, pasted, dropped, or
 * put in by a program. A longer text that is there already may still be made shorter.
 */
export function useTextLimit(
  max: number,
  value: string,
  onChange: (value: string) => void,
): TextLimit {
  const [refused, setRefused] = useState<number>();
  const take = (next: string): void => {
    if (exceeds(next, max) && next.length > value.length) {
      setRefused(characters(next));
      return;
    }
    setRefused(undefined);
    onChange(next);
  };
  const watch = useCallback(
    (field: Field) => {
      const look = (event: InputEvent): void => {
        const { data } = event;
        if (data === null || event.isComposing) return;
        const { value: before, selectionStart, selectionEnd } = field;
        const start = before.slice(0, selectionStart ?? before.length);
        const next = start + data + before.slice(selectionEnd ?? before.length);
        if (next.length <= before.length || !exceeds(next, max)) return;
        event.preventDefault();
        setRefused(characters(next));
      };
      const listener = look as EventListener;
      // React's own event of this name is another, and comes when it is too late.
      field.addEventListener("beforeinput", listener);
      return () => field.removeEventListener("beforeinput", listener);
    },
    [max],
  );
  return { refused, take, watch };
}
