import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import menu from '../style/menu.module.css';
import { useWords } from '../words';

/** A dialog over the screen. Mount it when it is wanted; Esc and the cross close it, focus goes in and comes back. */
export function Dialog({
  title,
  onClose,
  size = 480,
  children,
}: {
  title: string;
  onClose: () => void;
  size?: number;
  children: ReactNode;
}) {
  const { say } = useWords();
  return (
    <Modal.Root opened onClose={onClose} size={size} centered>
      <Modal.Overlay color="var(--scrim)" backgroundOpacity={1} />
      <Modal.Content>
        <div className={menu.dialogHead}>
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label={say('close')} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
