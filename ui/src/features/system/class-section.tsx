import { useNavigate } from '@tanstack/react-router';
import { type SystemClass, type SystemRoles, useRead } from '../../api';
import { ErrorPanel, Skeleton } from '../../shared/feedback';
import { FoldingSection, type Unfolding } from '../../shared/form';
import { Button, Notice, RefChip, Status } from '../../shared/parts';
import { useWords } from '../../shared/words';
import css from './system.module.css';

function Refs({ refs }: { refs: readonly string[] }) {
  return refs.map((reference) => <RefChip key={reference}>{reference}</RefChip>);
}

/** What one decision says: tier, outcomes, and topic by topic what they rest on. */
function Decided({ system, item }: { system: string; item: SystemClass }) {
  const { say, date } = useWords();
  const navigate = useNavigate();
  const search = item.pack === 'eu-ai-act' ? {} : { pack: item.pack };
  return (
    <div className={css.class}>
      <div className="spread">
        <strong>
          {item.rules}: {item.tier}
        </strong>
        <Button
          look="link"
          size="small"
          onClick={() => void navigate({ to: '/classification/$system', params: { system }, search })}
        >
          {say('system-class-open', { code: item.decision.code ?? '' })}
        </Button>
      </div>
      <p className="caption">
        {item.decidedAt !== null && say('system-class-signed', { date: date(item.decidedAt) })}
        {item.reviewOn !== null && ` ${say('system-class-review', { date: date(item.reviewOn) })}`}
      </p>
      {item.changed && <Status kind="attention">{say('system-class-changed')}</Status>}
      <dl className={css.topics}>
        {item.outcomes.length > 0 && (
          <div>
            <dt>{say('system-class-outcomes')}</dt>
            <dd>
              {item.outcomes.map((outcome) => (
                <div key={outcome.label}>
                  {outcome.label} <Refs refs={outcome.refs} />
                </div>
              ))}
            </dd>
          </div>
        )}
        {item.topics.map((topic) => (
          <div key={topic.topic}>
            <dt>{topic.topic}</dt>
            <dd>
              {topic.says.length === 0 ? (
                <span className="quiet">{say('system-class-nothing', { count: topic.asked })}</span>
              ) : (
                topic.says.map((each) => (
                  <div key={each.question} title={each.question}>
                    {each.answer} <Refs refs={each.refs} />
                  </div>
                ))
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Register and decision name different roles: a person has to say which is right. */
function Roles({ roles }: { roles: SystemRoles }) {
  const { say } = useWords();
  const named = (words: readonly string[]) => words.map((word) => say(`act-role-${word}`)).join(', ');
  return (
    <Notice tone="amber" title={say('system-roles-differ')}>
      {roles.onlyDecision.length > 0 && (
        <p>{say('system-roles-decision', { roles: named(roles.onlyDecision) })}</p>
      )}
      {roles.onlyRegister.length > 0 && (
        <p>{say('system-roles-register', { roles: named(roles.onlyRegister) })}</p>
      )}
    </Notice>
  );
}

/** What the decisions in force say of a system. Nothing is typed in here. */
export function ClassSection({ system, unfolding }: { system: string; unfolding: Unfolding }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const read = useRead('system.class', { id: system }, { keep: true });
  const found = read.data;
  return (
    <FoldingSection
      id="class"
      label={say('system-class')}
      note={found ? say('system-class-count', { count: found.items.length }) : ''}
      unfolding={unfolding}
      always={found?.roles != null}
    >
      <div className={css.classes}>
        {read.error && <ErrorPanel error={read.error} onRetry={() => void read.refetch()} />}
        {!found && !read.error && <Skeleton rows={3} />}
        {found?.roles && <Roles roles={found.roles} />}
        {found && found.items.length === 0 && (
          <div className="spread">
            <span className="quiet">{say('system-class-none')}</span>
            <Button
              size="small"
              onClick={() => void navigate({ to: '/classification/$system', params: { system } })}
            >
              {say('system-class-do')}
            </Button>
          </div>
        )}
        {found?.items.map((item) => (
          <Decided key={item.pack} system={system} item={item} />
        ))}
        {found && found.duties > 0 && (
          <Button look="link" onClick={() => void navigate({ to: '/obligations', search: { system } })}>
            {say('system-class-duties', { count: found.duties, settled: found.settled })}
          </Button>
        )}
      </div>
    </FoldingSection>
  );
}
