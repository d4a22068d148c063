import { Link, useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { searchOfChoices } from "../app/place.ts";

/**
 * A link to a page of the office by its address, with its query if it has one. Before a fund is
 * founded there are no such pages, and it is a link as any other.
 */
export function PageLink({
  to,
  children,
  ...rest
}: {
  readonly to: string;
  readonly children: ReactNode;
  readonly className?: string;
  readonly "aria-current"?: "true" | "page";
  readonly "aria-label"?: string;
  readonly title?: string;
}): ReactNode {
  const isInOffice = Boolean(useRouter({ warn: false }));
  if (!isInOffice) {
    return (
      <a href={to} {...rest}>
        {children}
      </a>
    );
  }
  const [path = "/", query = ""] = to.split("?");
  return (
    <Link
      to={path}
      search={searchOfChoices(new URLSearchParams(query))}
      // A page is not the one below it in the address: "/my" is not "/my/orders".
      activeOptions={{ exact: true, includeSearch: false }}
      {...rest}
    >
      {children}
    </Link>
  );
}
