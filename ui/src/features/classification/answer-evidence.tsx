import { Menu } from '@mantine/core';
import { useState } from 'react';
import { type ClassificationView, useAct } from '../../api';
import { ErrorPanel } from '../../shared/feedback';
import { IconPaperclip, IconX } from '../../shared/icons';
import { Button, IconButton } from '../../shared/parts';
import { AddReference, UseExisting, useAttachFile } from '../../shared/record';
import { useWords } from '../../shared/words';
import css from './classification.module.css';

/** What shows that the answer holds. */
export function AnswerEvidence({
  view,
  question,
  readOnly,
}: {
  view: ClassificationView;
  question: string;
  readOnly: boolean;
}) {
  const { say } = useWords();
  const record = view.record?.id ?? null;
  const attach = useAttachFile(record, question);
  const release = useAct('evidence.release');
  const [open, setOpen] = useState<'reference' | 'library' | null>(null);
  const items = view.evidence.filter((item) => item.question === question);
  if (record === null) return null;
  const target = { record, point: question };
  const error = attach.error ?? release.error;
  return (
    <div className={css.evidence}>
      <div className="spread">
        <span className="panel-title">{say('classification-evidence')}</span>
        {!readOnly && (
          <Menu width={220} position="bottom-end">
            <Menu.Target>
              <Button size="small" icon={<IconPaperclip size={15} aria-hidden="true" />}>
                {say('classification-evidence-add')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => attach.choose()}>{say('evidence-attach')}</Menu.Item>
              <Menu.Item onClick={() => setOpen('reference')}>{say('evidence-add-reference')}</Menu.Item>
              <Menu.Item onClick={() => setOpen('library')}>{say('evidence-existing')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {items.length > 0 && (
        <ul className={css.lines}>
          {items.map((item) => (
            <li key={item.id} className="row">
              <span>
                {say('classification-evidence-item', {
                  code: item.evidence.code ?? '',
                  title: item.evidence.title,
                })}
              </span>
              {item.place !== item.evidence.title && <span className="caption">{item.place}</span>}
              {!readOnly && (
                <IconButton
                  label={say('classification-evidence-release', { title: item.evidence.title })}
                  onClick={() => release.mutate({ id: item.id })}
                >
                  <IconX size={14} />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {error && <ErrorPanel error={error} />}
      {open === 'reference' && <AddReference target={target} onClose={() => setOpen(null)} />}
      {open === 'library' && (
        <UseExisting
          target={target}
          used={new Set(items.map((item) => item.evidence.id))}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
