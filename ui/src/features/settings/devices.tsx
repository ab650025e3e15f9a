import { Textarea, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { type DeviceView, type Me, useAct, useRead } from '../../api';
import { ErrorPanel, Skeleton } from '../../shared/feedback';
import { fieldError } from '../../shared/form';
import { Button, Dialog, Status } from '../../shared/parts';
import { useWords } from '../../shared/words';
import { Section } from './section';
import css from './settings.module.css';
import { Warning } from './warning';

type Step = 'rename' | 'revoke';

/** A new name for a device, or the end of its rights with the reason. */
function DeviceDialog({ device, step, onClose }: { device: DeviceView; step: Step; onClose: () => void }) {
  const { say } = useWords();
  const rename = useAct('device.rename');
  const revoke = useAct('device.revoke');
  const [text, setText] = useState(step === 'rename' ? device.name : '');
  const act = step === 'rename' ? rename : revoke;
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    if (step === 'rename') rename.mutate({ id: device.id, name: text }, { onSuccess: onClose });
    else revoke.mutate({ id: device.id, reason: text }, { onSuccess: onClose });
  };
  const refused = fieldError(act.error?.wire.fields[0]?.message);
  return (
    <Dialog title={say(`device-${step}-title`, { name: device.name })} onClose={onClose}>
      <form className="stack" onSubmit={save}>
        {step === 'rename' ? (
          <TextInput
            data-autofocus
            label={say('device-name')}
            description={say('device-name-help')}
            value={text}
            error={refused}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        ) : (
          <>
            <Warning title={say('device-revoke-what')}>{say('device-revoke-help')}</Warning>
            <Textarea
              data-autofocus
              autosize
              minRows={2}
              label={say('device-reason')}
              value={text}
              error={refused}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          </>
        )}
        {act.error && act.error.wire.fields.length === 0 && <ErrorPanel error={act.error} />}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button
            look={step === 'revoke' ? 'danger' : 'primary'}
            type="submit"
            disabled={text.trim() === '' || act.isPending}
          >
            {say(`device-${step}`)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Device({ device, onStep }: { device: DeviceView; onStep?: (step: Step) => void }) {
  const { say, date } = useWords();
  const facts = [
    device.member.name,
    say('device-admitted', { date: date(device.admittedAt) }),
    device.last === null
      ? say('device-no-entry')
      : say('device-last', { n: device.last.n, date: date(device.last.at) }),
  ];
  return (
    <li className={css.member}>
      <div className={css.who}>
        <div className="row">
          <span className={css.name}>{device.name}</span>
          {device.here && <span className="caption">{say('device-here')}</span>}
        </div>
        <div className="caption">{facts.join(' · ')}</div>
      </div>
      {device.revokedAt !== null && (
        <Status kind="excluded">{say('device-revoked', { date: date(device.revokedAt) })}</Status>
      )}
      {onStep && device.revokedAt === null && (
        <>
          <Button
            size="small"
            onClick={() => onStep('rename')}
            aria-label={say('device-rename-title', { name: device.name })}
          >
            {say('device-rename')}
          </Button>
          {!device.here && (
            <Button
              size="small"
              look="danger"
              onClick={() => onStep('revoke')}
              aria-label={say('device-revoke-title', { name: device.name })}
            >
              {say('device-revoke')}
            </Button>
          )}
        </>
      )}
    </li>
  );
}

/** The keys that sign in this workspace; a lead renames and revokes them. */
export function Devices({ me }: { me: Me }) {
  const { say } = useWords();
  const read = useRead('device.list', {});
  const [open, setOpen] = useState<{ device: DeviceView; step: Step } | null>(null);
  const mayManage = me.permissions.includes('administer');
  return (
    <Section id="devices">
      <p className="quiet">{say(mayManage ? 'devices-about' : 'devices-about-reader')}</p>
      {read.error && <ErrorPanel error={read.error} onRetry={() => void read.refetch()} />}
      {read.isPending && <Skeleton rows={2} />}
      <ul>
        {(read.data ?? []).map((device) => (
          <Device
            key={device.id}
            device={device}
            onStep={mayManage ? (step) => setOpen({ device, step }) : undefined}
          />
        ))}
      </ul>
      {open !== null && <DeviceDialog {...open} onClose={() => setOpen(null)} />}
    </Section>
  );
}
