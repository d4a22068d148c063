import type { ReactNode } from "react";
import { useText } from "../../language/language-context.tsx";
import { samplerWords as words } from "./words.ts";

const FORMATS = ["pdf", "xlsx", "csv", "html", "json"] as const;

/** The same as a file, in each format that there is. */
export function FileLinks({
  address,
  asked,
}: {
  readonly address: string;
  readonly asked: URLSearchParams;
}): ReactNode {
  const t = useText();
  return (
    <div className="audit-files" role="group" aria-label={t(words.download)}>
      {FORMATS.map((format) => {
        const query = new URLSearchParams(asked);
        query.set("format", format);
        return (
          <a key={format} href={`${address}?${query}`} download>
            {format.toUpperCase()}
          </a>
        );
      })}
    </div>
  );
}
