import { NativeSelect } from '@mantine/core';
import type { FileMatch, RequestItem } from '../../api';
import { Button } from '../../shared/parts';
import { useWords } from '../../shared/words';
import css from './request.module.css';

/** A request that a file answers, at its place in the row; without a request the choice is still to be made. */
export interface Answer {
  slot: number;
  request: string;
}

/** One file with the requests it answers: those proposed, changed and added to by the person. */
export function MatchRow({
  file,
  open,
  answers,
  onAnswers,
}: {
  file: FileMatch;
  /** Requests that take files. */
  open: readonly RequestItem[];
  answers: readonly Answer[];
  onAnswers: (answers: readonly Answer[]) => void;
}) {
  const { say, bytes } = useWords();
  const { name } = file.file;
  const shown = answers.length === 0 ? [{ slot: 0, request: '' }] : answers;
  const taken = new Set(answers.map((one) => one.request));
  const choose = (slot: number, request: string) =>
    onAnswers(
      request === ''
        ? answers.filter((one) => one.slot !== slot)
        : shown.map((one) => (one.slot === slot ? { slot, request } : one)),
    );
  const more = () =>
    onAnswers([...answers, { slot: Math.max(...answers.map((one) => one.slot)) + 1, request: '' }]);
  const reasons = file.proposed.filter((one) => taken.has(one.request)).map((one) => one.by);
  return (
    <tr>
      <td>
        {name} <span className="caption nowrap">{bytes(file.size)}</span>
      </td>
      <td>
        <div className={css.answers}>
          {shown.map(({ slot, request }, at) => {
            const again = open.find((item) => item.id === request)?.again ?? [];
            return (
              <div key={slot}>
                <NativeSelect
                  size="xs"
                  aria-label={
                    at === 0
                      ? say('request-answers-of', { file: name })
                      : say('request-answers-also', { file: name, place: at + 1 })
                  }
                  value={request}
                  onChange={(event) => choose(slot, event.currentTarget.value)}
                  data={[
                    { value: '', label: say('request-answers-none') },
                    ...open
                      .filter((item) => item.id === request || !taken.has(item.id))
                      .map((item) => ({
                        value: item.id,
                        label: say('request-option', {
                          code: item.code,
                          line: item.requirement,
                          what: item.what,
                        }),
                      })),
                  ]}
                />
                {again.length > 0 && (
                  <div className="caption">{say('request-asked-again', { reasons: again.join('; ') })}</div>
                )}
              </div>
            );
          })}
          {answers.length > 0 && !taken.has('') && open.length > answers.length && (
            <Button look="quiet" aria-label={say('request-answers-more-of', { file: name })} onClick={more}>
              {say('request-answers-more')}
            </Button>
          )}
        </div>
      </td>
      <td className="caption">
        {file.proposed.length === 0
          ? say('request-by-nothing')
          : [...new Set(reasons)].map((by) => say(`request-by-${by}`)).join(', ')}
      </td>
    </tr>
  );
}
