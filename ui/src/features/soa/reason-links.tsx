import { Select } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import { type Reason, type SoaItem, useAct, useRead } from '../../api';
import { ErrorPanel } from '../../shared/feedback';
import { IconX } from '../../shared/icons';
import { Button, IconButton } from '../../shared/parts';
import { useWords } from '../../shared/words';
import css from './soa.module.css';

/** What one reason for inclusion rests on, and what it could rest on. */
export function ReasonLinks({
  item,
  reason,
  mayWrite,
}: {
  item: SoaItem;
  reason: Reason;
  mayWrite: boolean;
}) {
  const { say } = useWords();
  const link = useAct('soa.link_reason');
  const [adding, setAdding] = useState(false);
  const [text, setText] = useState('');
  const sought = useDeferredValue(text.trim());
  const found = useRead(
    'soa.reason_targets',
    { control: item.control, reason, text: sought },
    { keep: true, enabled: adding },
  ).data;
  const change = (target: string, add: boolean) =>
    link.mutate({ control: item.control, reason, target, add }, { onSuccess: () => setAdding(false) });
  const links = item.reasonLinks.filter((each) => each.reason === reason);
  if (links.length === 0 && !mayWrite) return null;
  return (
    <ul className={css.links}>
      {links.map((each) => (
        <li key={each.target} className="row">
          <span>{each.label}</span>
          {mayWrite && (
            <IconButton
              size="small"
              label={say('soa-reason-unlink', { name: each.label })}
              onClick={() => change(each.target, false)}
            >
              <IconX size={14} aria-hidden="true" />
            </IconButton>
          )}
        </li>
      ))}
      {mayWrite && (
        <li style={{ width: adding ? '100%' : undefined }}>
          {adding ? (
            <Select
              aria-label={say('soa-reason-link')}
              placeholder={say('soa-reason-find')}
              autoFocus
              searchable
              data={(found ?? []).map((each) => ({ value: each.target, label: each.label }))}
              filter={({ options }) => options}
              nothingFoundMessage={say('soa-reason-none')}
              searchValue={text}
              onSearchChange={setText}
              value={null}
              onChange={(target) => target !== null && change(target, true)}
              onBlur={() => setAdding(false)}
            />
          ) : (
            <Button look="link" size="small" onClick={() => setAdding(true)}>
              {say('soa-reason-link')}
            </Button>
          )}
        </li>
      )}
      {link.error && <ErrorPanel error={link.error} />}
    </ul>
  );
}
