import { useLocation } from "@tanstack/react-router";
import { type ReactNode, useEffect, useId, useState } from "react";
import { AREAS } from "../pages/areas.ts";
import { PageLink } from "../elements/page-link.tsx";
import { useText } from "../language/language-context.tsx";
import type { Area, PageEntry, Role } from "./page-entry.ts";
import { type Person, useSession } from "../session/session.ts";
import { words } from "./words.ts";

/** Whether an address is that of a page: "/acts/$id" has any text in the place of `$id`. */
function isAt({ path }: PageEntry, address: string): boolean {
  const [wanted, given] = [path, address].map((each) => each.split("/").filter(Boolean));
  if (wanted!.length !== given!.length) return false;
  return wanted!.every((part, index) => part.startsWith("$") || part === given![index]);
}

type Asking = Person | undefined;

/** Whether something is everybody's, or is of who is signed in. */
const isFor = <Of extends string>(of: readonly Of[] | undefined, own: Of | undefined): boolean =>
  of === undefined || (own !== undefined && of.includes(own));

/** The pages of an area that its menu lists for somebody. */
const listed = ({ pages }: Area, person: Asking): readonly PageEntry[] =>
  pages.filter(({ inMenu, roles }) => inMenu === true && isFor(roles, person?.role));

/** An area has a place in the menu if it has pages for it, and is everybody's or theirs. */
const isShown = (area: Area, person: Asking): boolean =>
  listed(area, person).length > 0 &&
  isFor<Role>(area.roles, person?.role) &&
  isFor<string>(area.kinds, person?.kind);

/** The areas that somebody may open, and the pages of the one that is open. */
export function MainMenu(): ReactNode {
  const t = useText();
  const { pathname } = useLocation();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  useEffect(() => setOpen(false), [pathname]);
  const current = AREAS.find(({ pages }) => pages.some((page) => isAt(page, pathname)));
  const person = useSession()?.person;
  const shown = AREAS.filter((area) => isShown(area, person));
  return (
    <>
      <button
        type="button"
        className="menu-button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {t(words.menu)}
      </button>
      <div id={id} className="menus" data-open={isOpen}>
        <nav className="area-menu" aria-label={t(words.mainMenu)}>
          <ul>
            {shown.map((area) => (
              <li key={area.id}>
                <PageLink
                  to={listed(area, person)[0]?.path ?? "/"}
                  {...(area === current ? { "aria-current": "true" } : {})}
                >
                  {t(area.title)}
                </PageLink>
              </li>
            ))}
          </ul>
        </nav>
        {current !== undefined && <PageMenu pages={listed(current, person)} address={pathname} />}
      </div>
    </>
  );
}

function PageMenu({
  pages,
  address,
}: {
  readonly pages: readonly PageEntry[];
  readonly address: string;
}): ReactNode {
  const t = useText();
  if (pages.length < 2) return null;
  return (
    <nav className="page-menu" aria-label={t(words.areaMenu)}>
      <ul>
        {pages.map((page) => (
          <li key={page.path}>
            <PageLink to={page.path} {...(isAt(page, address) ? { "aria-current": "page" } : {})}>
              {t(page.title)}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
