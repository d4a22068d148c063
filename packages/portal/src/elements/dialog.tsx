import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useText } from "../language/language-context.tsx";
import type { Text } from "../language/text.ts";
import { Button } from "./button.tsx";
import { words } from "./words.ts";

/** A dialog over the page: Escape and the button close it, and the focus goes back. */
export function Dialog({
  title,
  onClose,
  children,
}: {
  readonly title: Text;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const t = useText();
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className="modal">
        <AriaDialog className="dialog">
          <div className="dialog-heading">
            <Heading slot="title">{t(title)}</Heading>
            <Button onPress={onClose}>{t(words.close)}</Button>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
