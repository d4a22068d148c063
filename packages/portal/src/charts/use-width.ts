import { type RefObject, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** Before anything has been measured. */
const FIRST_WIDTH = 720;
const LEAST_WIDTH = 240;
/** What a sheet of A4 or Letter has between its margins, at most. */
const PAPER_WIDTH = 680;

/** The width that an element has now, so that what is drawn in it keeps its size of type. */
export function useWidth(): readonly [ref: RefObject<HTMLDivElement | null>, width: number] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(FIRST_WIDTH);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      setWidth(Math.max(LEAST_WIDTH, Math.floor(entry?.contentRect.width ?? FIRST_WIDTH)));
    });
    observer.observe(element);
    // What is printed is laid out anew, but nothing is observed then.
    const fitPaper = (): void => {
      flushSync(() => setWidth((shown) => Math.min(shown, PAPER_WIDTH)));
    };
    const fitScreen = (): void => {
      setWidth(Math.max(LEAST_WIDTH, Math.floor(element.clientWidth)));
    };
    window.addEventListener("beforeprint", fitPaper);
    window.addEventListener("afterprint", fitScreen);
    return () => {
      observer.disconnect();
      window.removeEventListener("beforeprint", fitPaper);
      window.removeEventListener("afterprint", fitScreen);
    };
  }, []);
  return [ref, width];
}
