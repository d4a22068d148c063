import { whyAt } from "./why-at.ts";
import { type ReactNode, useState } from "react";
import { Dialog } from "./dialog.tsx";
import { useText } from "../language/language-context.tsx";
import { Waiting } from "./waiting.tsx";
import { PageLink } from "./page-link.tsx";
import { Why } from "./why.tsx";
import { words } from "./words.ts";

/** Where a number comes from, over its page. What it is made of opens in turn. */
export function WhyDialog({
  cell,
  asOf,
  knownAt,
  onClose,
}: {
  readonly cell: string;
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly onClose: () => void;
}): ReactNode {
  const t = useText();
  const [shown, show] = useState(cell);
  return (
    <Dialog title={words.whyTitle} onClose={onClose}>
      <Waiting>
        <Why cell={shown} asOf={asOf} knownAt={knownAt} onOpen={show} />
        <PageLink to={whyAt(shown, { asOf, knownAt })}>{t(words.ownAddress)}</PageLink>
      </Waiting>
    </Dialog>
  );
}
