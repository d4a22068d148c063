import type { ReactNode } from "react";

/** A message: what to know, what is well, what to look at, what is wrong. */
export type NoticeKind = "note" | "good" | "caution" | "wrong";

export function Notice({
  kind,
  children,
}: {
  readonly kind: NoticeKind;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className={`notice notice-${kind}`} role={kind === "wrong" ? "alert" : "note"}>
      {children}
    </div>
  );
}
