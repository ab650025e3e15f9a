import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { type DiscoveryView, type SweepSummary, useRead } from '../../api';
import { EmptyState, ErrorPanel, Skeleton } from '../../shared/feedback';
import { Page, PageHead, Screen } from '../../shared/frame';
import { IconUpload } from '../../shared/icons';
import { Button, Due, Owner, Segmented, ShareBar, Status } from '../../shared/parts';
import { useSearchParam } from '../../shared/search-param';
import { type Column, DataTable, Name } from '../../shared/table';
import { useWords } from '../../shared/words';
import { AreasLeft } from './areas-left';
import { Candidates } from './candidates';
import css from './discovery.module.css';
import { ListImport } from './list-import';
import { StartDialog } from './start-dialog';

type Look = 'sweeps' | 'candidates';
/** Which sweeps are to be started: of every area that has none, or of one. */
type Starting = 'all' | { area: string };

function useColumns(): Column<SweepSummary>[] {
  const { say } = useWords();
  return useMemo(
    () => [
      {
        id: 'sweep',
        header: say('discovery-sweep'),
        cell: (sweep) => <Name>{sweep.title}</Name>,
        title: (sweep) => sweep.title,
        sort: (sweep) => sweep.title,
        keep: true,
      },
      {
        id: 'asked',
        header: say('discovery-asked'),
        width: 150,
        keep: true,
        sort: (sweep) => (sweep.items === 0 ? 0 : sweep.settled / sweep.items),
        cell: (sweep) => (
          <span className={css.share}>
            <ShareBar
              parts={[
                {
                  key: 'settled',
                  share: sweep.items === 0 ? 0 : sweep.settled / sweep.items,
                  fill: '--accent',
                },
              ]}
            />
            <span>{say('discovery-of', { settled: sweep.settled, items: sweep.items })}</span>
          </span>
        ),
      },
      {
        id: 'found',
        header: say('discovery-found'),
        width: 110,
        align: 'end',
        sort: (sweep) => sweep.found,
        cell: (sweep) => sweep.found,
      },
      {
        id: 'state',
        header: say('discovery-state'),
        width: 120,
        sort: (sweep) => sweep.state,
        cell: (sweep) => (
          <Status kind={sweep.state === 'closed' ? 'done' : sweep.settled > 0 ? 'half' : 'open'}>
            {say(`sweep-state-${sweep.state}`)}
          </Status>
        ),
      },
      {
        id: 'owner',
        header: say('discovery-owner'),
        width: 160,
        sort: (sweep) => sweep.owner?.name ?? null,
        cell: (sweep) => <Owner name={sweep.owner?.name ?? null} />,
      },
      {
        id: 'due',
        header: say('discovery-due'),
        width: 120,
        align: 'end',
        sort: (sweep) => sweep.due,
        cell: (sweep) => sweep.state === 'open' && <Due date={sweep.due} />,
      },
    ],
    [say],
  );
}

/** Areas that are being looked through, or what to begin with. */
function Sweeps({
  view,
  mayWrite,
  onStart,
}: {
  view: DiscoveryView;
  mayWrite: boolean;
  onStart: (what: Starting) => void;
}) {
  const { say } = useWords();
  const navigate = useNavigate();
  const columns = useColumns();
  if (view.sweeps.length === 0) {
    return (
      <div className="panel">
        <EmptyState
          action={
            mayWrite && (
              <Button look="primary" onClick={() => onStart('all')}>
                {say('discovery-start')}
              </Button>
            )
          }
        >
          {say('discovery-none')}
        </EmptyState>
        <ul className={css.about}>
          {view.areas.map((area) => (
            <li key={area.key}>
              <strong>{area.title}</strong>
              <p className="quiet">{area.about}</p>
              <p className="caption">{area.sources.join(', ')}</p>
            </li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <>
      <div className={`panel ${css.coverage}`}>
        <ShareBar
          parts={[
            { key: 'settled', share: view.items === 0 ? 0 : view.settled / view.items, fill: '--accent' },
          ]}
        />
        <span className="caption">
          {say('discovery-coverage', {
            settled: view.settled,
            items: view.items,
            closed: view.closed,
            sweeps: view.sweeps.length,
          })}
        </span>
      </div>
      <AreasLeft view={view} mayWrite={mayWrite} onStart={(area) => onStart({ area })} />
      <DataTable
        label={say('discovery-sweeps')}
        rows={view.sweeps}
        columns={columns}
        rowId={(sweep) => sweep.id}
        rowName={(sweep) => sweep.title}
        onOpen={(sweep) => void navigate({ to: `/discovery/${sweep.id}` })}
      />
    </>
  );
}

/** Sweeps that look for AI nobody has told of, and the candidates they and lists bring. */
export function DiscoveryScreen() {
  const { say, number } = useWords();
  const [asked, setAsked] = useSearchParam('look');
  const [starting, setStarting] = useState<Starting | null>(null);
  const [importing, setImporting] = useState(false);
  const read = useRead('discovery.get', {}, { keep: true });
  const mayWrite = useRead('workspace.get', {}).data?.me.permissions.includes('write') ?? false;
  const view = read.data;
  const look: Look = asked === 'candidates' ? 'candidates' : 'sweeps';
  const { candidates } = view ?? {};
  const total = candidates
    ? candidates.new + candidates.accepted + candidates.merged + candidates.dismissed
    : 0;
  const title = (
    <PageHead
      title={say('discovery-title')}
      aside={view && total > 0 ? say('discovery-figures', { ...view.candidates }) : say('discovery-aside')}
    />
  );
  const head = view && (
    <>
      {title}
      <div className={css.look}>
        <Segmented<Look>
          label={say('discovery-look')}
          value={look}
          onChange={(next) => setAsked(next === 'sweeps' ? null : next)}
          options={[
            { value: 'sweeps', label: `${say('discovery-sweeps')} ${number(view.sweeps.length)}` },
            { value: 'candidates', label: `${say('discovery-candidates')} ${number(total)}` },
          ]}
        />
      </div>
    </>
  );
  return (
    <Screen
      crumbs={[{ label: say('phase-assess') }, { label: say('discovery-title') }]}
      actions={
        mayWrite && (
          <Button icon={<IconUpload size={16} aria-hidden="true" />} onClick={() => setImporting(true)}>
            {say('discovery-list')}
          </Button>
        )
      }
      primary={
        mayWrite && view && view.sweeps.length > 0 ? (
          <Button look="primary" onClick={() => setStarting('all')}>
            {say('discovery-start')}
          </Button>
        ) : undefined
      }
    >
      {view && !read.error && look === 'candidates' ? (
        <Candidates view={view} mayWrite={mayWrite} head={head} onImport={() => setImporting(true)} />
      ) : (
        <Page>
          {head ?? title}
          {read.error ? (
            <ErrorPanel error={read.error} onRetry={() => void read.refetch()} />
          ) : !view ? (
            <Skeleton />
          ) : (
            <Sweeps view={view} mayWrite={mayWrite} onStart={setStarting} />
          )}
        </Page>
      )}
      {starting !== null && view && (
        <StartDialog
          view={view}
          {...(starting === 'all' ? {} : { only: starting.area })}
          onClose={() => setStarting(null)}
        />
      )}
      {importing && (
        <ListImport
          onClose={() => setImporting(false)}
          onDone={() => {
            setImporting(false);
            setAsked('candidates');
          }}
        />
      )}
    </Screen>
  );
}
