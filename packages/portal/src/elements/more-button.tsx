import type { ReactNode } from "react";
import { useText } from "../language/language-context.tsx";
import { Button } from "./button.tsx";
import { words } from "./words.ts";

/** Asks for the next part of a list; nothing where all of it is there. */
export function MoreButton({
  of: { hasMore, isComing, more },
}: {
  readonly of: {
    readonly hasMore: boolean;
    readonly isComing: boolean;
    readonly more: () => void;
  };
}): ReactNode {
  const t = useText();
  if (!hasMore) return null;
  return (
    <div className="actions more">
      <Button isDisabled={isComing} onPress={more}>
        {t(words.showMore)}
      </Button>
    </div>
  );
}
