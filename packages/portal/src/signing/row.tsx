import type { ReactNode } from "react";
import { useText } from "../language/language-context.tsx";
import type { Text } from "../language/text.ts";

/** One thing that is signed or told, by its name. */
export function Row({
  name,
  children,
}: {
  readonly name: Text;
  readonly children: ReactNode;
}): ReactNode {
  const t = useText();
  return (
    <div className="signed-row">
      <dt>{t(name)}</dt>
      <dd>{children}</dd>
    </div>
  );
}
