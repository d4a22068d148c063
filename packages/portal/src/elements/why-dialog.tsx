import { type ReactNode, Suspense, useState } from "react";
import { Dialog } from "./dialog.tsx";
import { Loading } from "./loading.tsx";
import { Why } from "./why.tsx";
import { words } from "./words.ts";

/** Where a number comes from, over its page. What it is made of opens in turn. */
export function WhyDialog({
  cell,
  asOf,
  onClose,
}: {
  readonly cell: string;
  readonly asOf: string | undefined;
  readonly onClose: () => void;
}): ReactNode {
  const [shown, show] = useState(cell);
  return (
    <Dialog title={words.whyTitle} onClose={onClose}>
      <Suspense fallback={<Loading />}>
        <Why cell={shown} asOf={asOf} onOpen={show} />
      </Suspense>
    </Dialog>
  );
}
