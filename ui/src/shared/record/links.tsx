import { Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type CommentView, type LinkView, useAct } from '../../api';
import { ErrorPanel } from '../feedback';
import { IconLink, IconX } from '../icons';
import { Button, IconButton, Tile } from '../parts';
import { useWords } from '../words';
import css from './record.module.css';

/** Links to other records, read from this one. `onOpen` opens the other end; `add` is the way to make one. */
export function LinkList({
  items,
  mayWrite,
  onOpen,
  add,
}: {
  items: readonly LinkView[];
  mayWrite: boolean;
  onOpen?: (link: LinkView) => void;
  add?: ReactNode;
}) {
  const { say } = useWords();
  const remove = useAct('link.delete');
  return (
    <section className={css.section}>
      <div className="spread">
        <h3 className="panel-title">{say('links-title')}</h3>
        {add}
      </div>
      {items.length === 0 ? (
        <p className="quiet">{say('links-none')}</p>
      ) : (
        <ul className={`panel ${css.items}`}>
          {items.map((link) => {
            const name =
              link.other.code === null ? link.other.title : `${link.other.code} ${link.other.title}`;
            return (
              <li key={link.id}>
                <IconLink size={16} style={{ color: 'var(--ink3)' }} aria-hidden="true" />
                <div className={css.text}>
                  <div className="caption">{link.label}</div>
                  {onOpen ? (
                    <Button look="link" onClick={() => onOpen(link)}>
                      {name}
                    </Button>
                  ) : (
                    <div className={css.name}>{name}</div>
                  )}
                  {link.note !== null && <div className="caption">{link.note}</div>}
                </div>
                {mayWrite && (
                  <IconButton
                    size="small"
                    label={say('link-remove', { name })}
                    onClick={() => remove.mutate({ id: link.id })}
                  >
                    <IconX size={15} aria-hidden="true" />
                  </IconButton>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {remove.error && <ErrorPanel error={remove.error} />}
    </section>
  );
}

/** Comments, oldest first, and a field for the next one. */
export function CommentList({
  record,
  items,
  mayWrite,
}: {
  record: string;
  items: readonly CommentView[];
  mayWrite: boolean;
}) {
  const { say, recent } = useWords();
  const create = useAct('comment.create');
  const [body, setBody] = useState('');
  const send = () => {
    if (body.trim() !== '') create.mutate({ record, body: body.trim() }, { onSuccess: () => setBody('') });
  };
  return (
    <section className={css.section}>
      <h3 className="panel-title">{say('comments-title')}</h3>
      {items.length > 0 && (
        <ul className={`panel ${css.items}`}>
          {items.map((comment) => (
            <li key={comment.id}>
              <Tile name={comment.author.name} />
              <div className={css.text}>
                <div className="caption">
                  {say('entry-when-who', { when: recent(comment.at), who: comment.author.name })}
                </div>
                <div className={css.comment}>{comment.body}</div>
              </div>
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <form
          className="stack"
          style={{ gap: 8 }}
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <Textarea
            aria-label={say('comment-label')}
            placeholder={say('comment-label')}
            autosize
            minRows={2}
            value={body}
            onChange={(event) => setBody(event.currentTarget.value)}
          />
          <div>
            <Button type="submit" disabled={body.trim() === '' || create.isPending}>
              {say('comment-send')}
            </Button>
          </div>
        </form>
      )}
      {create.error && <ErrorPanel error={create.error} />}
    </section>
  );
}
