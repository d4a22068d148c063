import { type RefObject, useEffect, useRef, useState } from "react";

/** Before anything has been measured, as when it is printed. */
const FIRST_WIDTH = 720;
const LEAST_WIDTH = 240;

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
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
