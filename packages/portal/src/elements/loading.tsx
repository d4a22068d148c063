import type { ReactNode } from "react";
import { useText } from "../language/language-context.tsx";
import { words } from "./words.ts";

/** Something is on its way. */
export function Loading(): ReactNode {
  const t = useText();
  return (
    <p className="loading" role="status">
      {t(words.loading)}
    </p>
  );
}
