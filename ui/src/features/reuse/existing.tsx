import { NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { type Conformity, type ReuseSource, type ReuseSourceLine, useAct, useRead } from '../../api';
import { ErrorPanel, Skeleton, useToast } from '../../shared/feedback';
import { IconUpload } from '../../shared/icons';
import { Button, ShareBar } from '../../shared/parts';
import { type Column, DataTable, Filters, type FilterValue, IdName, Toolbar } from '../../shared/table';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import { ImportDialog } from './import-dialog';
import css from './reuse.module.css';

const CONFORMITY: readonly Conformity[] = ['not-addressed', 'partly', 'on-paper', 'shown-by-records'];

function useColumns(
  mayWrite: boolean,
  set: (id: string, conformity: Conformity | null) => void,
): Column<ReuseSourceLine>[] {
  const { say } = useWords();
  return useMemo(
    () => [
      {
        id: 'entry',
        header: say('reuse-entry'),
        cell: (line) => (
          <>
            <IdName id={line.id} name={line.title} width={86} />
            {line.record && (
              <div className={`caption ${css.record}`}>{say('reuse-record', { record: line.record })}</div>
            )}
          </>
        ),
        keep: true,
        title: (line) => line.summary,
      },
      {
        id: 'reaches',
        header: say('reuse-reaches'),
        cell: (line) =>
          line.reaches === 0 ? <span className="quiet">{say('report-none')}</span> : line.reaches,
        width: 130,
        align: 'end',
        sort: (line) => line.reaches,
      },
      {
        id: 'conformity',
        header: say('reuse-conformity'),
        width: 220,
        keep: true,
        cell: (line) => (
          <NativeSelect
            size="xs"
            aria-label={say('reuse-conformity-of', { id: line.id })}
            disabled={!mayWrite}
            value={line.conformity ?? ''}
            onClick={(event) => event.stopPropagation()}
            onChange={(event) => set(line.id, (event.currentTarget.value || null) as Conformity | null)}
            data={[
              { value: '', label: say('conformity-not-assessed') },
              ...CONFORMITY.map((word) => ({ value: word, label: say(`conformity-${word}`) })),
            ]}
          />
        ),
      },
    ],
    [say, mayWrite, set],
  );
}

function Lines({ framework, title, mayWrite }: { framework: string; title: string; mayWrite: boolean }) {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const read = useRead('reuse.source', { framework }, { keep: true });
  const assess = useAct('reuse.assess');
  const [text, setText] = useState('');
  const [filter, setFilter] = useState<FilterValue>({});
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [importing, setImporting] = useState(false);
  const { mutate } = assess;
  const set = useMemo(
    () => (id: string, conformity: Conformity | null) => mutate({ framework, lines: { [id]: conformity } }),
    [mutate, framework],
  );
  const columns = useColumns(mayWrite, set);
  if (read.error) return <ErrorPanel error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <Skeleton rows={10} />;
  const chosen = filter.conformity ?? [];
  const wanted = text.trim().toLowerCase();
  const lines = read.data.filter(
    (line) =>
      (chosen.length === 0 || chosen.includes(line.conformity ?? 'not-assessed')) &&
      (wanted === '' || `${line.id} ${line.title} ${line.summary}`.toLowerCase().includes(wanted)),
  );
  const setMany = (conformity: Conformity) =>
    mutate(
      { framework, lines: Object.fromEntries([...selected].map((id) => [id, conformity])) },
      {
        onSuccess: () => {
          toast({ text: say('reuse-noted', { count: selected.size }), undo });
          setSelected(new Set());
        },
      },
    );
  return (
    <>
      <Toolbar>
        <Filters
          dimensions={[
            {
              id: 'conformity',
              label: say('reuse-conformity'),
              options: ['not-assessed', ...CONFORMITY].map((word) => ({
                value: word,
                label: say(`conformity-${word}`),
              })),
            },
          ]}
          value={filter}
          onChange={setFilter}
          text={text}
          onText={setText}
          findLabel={say('reuse-find')}
        />
        {mayWrite && (
          <Button
            size="small"
            icon={<IconUpload size={14} aria-hidden="true" />}
            onClick={() => setImporting(true)}
          >
            {say('reuse-import')}
          </Button>
        )}
      </Toolbar>
      {importing && <ImportDialog framework={framework} title={title} onClose={() => setImporting(false)} />}
      {assess.error && <ErrorPanel error={assess.error} />}
      <DataTable
        label={say('reuse-exists')}
        rows={lines}
        columns={columns}
        rowId={(line) => line.id}
        rowName={(line) => `${line.id} ${line.title}`}
        group={(line) => line.group}
        selected={selected}
        onSelect={mayWrite ? setSelected : undefined}
        bulk={CONFORMITY.slice(1).map((word) => (
          <Button key={word} look="quiet" size="small" onClick={() => setMany(word)}>
            {say(`conformity-${word}`)}
          </Button>
        ))}
      />
    </>
  );
}

/** Frameworks on the left, their entries with what is met on the right. */
export function Existing({
  sources,
  unreached,
  mayWrite,
}: {
  sources: readonly ReuseSource[];
  unreached: readonly string[];
  mayWrite: boolean;
}) {
  const { say } = useWords();
  const [chosen, setChosen] = useState(sources[0]?.framework ?? '');
  return (
    <div className={css.split}>
      <nav className={`panel ${css.sources}`} aria-label={say('reuse-sources')}>
        {sources.map((source) => (
          <button
            key={source.framework}
            type="button"
            className={css.source}
            aria-current={source.framework === chosen || undefined}
            onClick={() => setChosen(source.framework)}
          >
            <strong>{source.title}</strong>
            <ShareBar
              parts={[
                { key: 'met', share: source.lines === 0 ? 0 : source.met / source.lines, fill: '--accent' },
              ]}
            />
            <span className="caption">
              {say('reuse-met', { met: source.met, assessed: source.assessed, lines: source.lines })}
            </span>
          </button>
        ))}
        {unreached.length > 0 && (
          <p className={`caption ${css.unreached}`}>
            {say('reuse-unreached', { titles: unreached.join(', ') })}
          </p>
        )}
      </nav>
      <div className={css.column}>
        <p className="quiet">{say('reuse-exists-about')}</p>
        <Lines
          key={chosen}
          framework={chosen}
          title={sources.find((source) => source.framework === chosen)?.title ?? ''}
          mayWrite={mayWrite}
        />
      </div>
    </div>
  );
}
