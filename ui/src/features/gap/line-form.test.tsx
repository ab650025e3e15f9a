import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { GapDetail } from '../../api';
import { HostError, type Platform, setPlatform } from '../../platform';
import { OPEN, useLineForm } from './line-form';

const DETAIL = {
  item: { requirement: 'A.2.2', conformity: 'on-paper', maturity: null, owner: null },
  answers: [{ item: 'a', answer: 'yes', recordSeen: 'Policy 2.1', seenOn: null, seenOwner: null }],
  statement: 'Old',
  gradeGiven: null,
  confidence: null,
  note: '',
  notNeededFact: '',
  record: null,
} as unknown as GapDetail;

interface Asked {
  name: string;
  input: Record<string, unknown>;
}

let asked: Asked[] = [];
let answer: (call: Asked) => unknown = () => DETAIL;

beforeEach(() => {
  asked = [];
  answer = () => DETAIL;
  const host: Platform = {
    call: async (name, input) => {
      const call = { name, input: input as Record<string, unknown> };
      asked.push(call);
      return answer(call);
    },
    job: { start: () => Promise.resolve(''), cancel: () => Promise.resolve() },
    dialog: () => Promise.resolve(null),
    on: () => () => undefined,
  };
  setPlatform(host);
});

function form() {
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  return renderHook(() => useLineForm(DETAIL, 'deep'), { wrapper }).result;
}

const refusal = { code: 'refused', message: 'Not answered yet', hints: [], fields: [], incident: null };

describe('useLineForm', () => {
  it('saves answers before the line, which they decide on, and sends the whole line', async () => {
    const line = form();
    await act(async () => {
      line.current.change({ statement: 'New' });
      line.current.changeItem('b', { answer: 'no', recordSeen: null, seenOn: null, seenOwner: null }, true);
    });
    expect(asked.map((call) => call.name)).toEqual(['gap.answer', 'gap.assess']);
    expect(asked[0]?.input).toEqual({ requirement: 'A.2.2', item: 'b', ...OPEN, answer: 'no' });
    expect(asked[1]?.input).toMatchObject({ statement: 'New', conformity: 'on-paper', note: '' });
    expect(line.current.status.state).toBe('saved');
  });

  it('shows what is typed over what is stored', async () => {
    const line = form();
    expect(line.current.item('a')).toEqual({
      answer: 'yes',
      recordSeen: 'Policy 2.1',
      seenOn: null,
      seenOwner: null,
    });
    expect(line.current.item('z')).toEqual(OPEN);
    act(() => line.current.changeItem('a', { ...OPEN, answer: 'yes', recordSeen: 'Policy 2.2' }));
    expect(line.current.item('a').recordSeen).toBe('Policy 2.2');
    expect(asked).toEqual([]);
  });

  it('takes a refused conformity back and keeps the text', async () => {
    answer = () => {
      throw new HostError(refusal);
    };
    const line = form();
    await act(async () => line.current.change({ conformity: 'shown-by-records', statement: 'New' }, true));
    expect(line.current.values.conformity).toBe('on-paper');
    expect(line.current.values.statement).toBe('New');
    expect(line.current.error?.code).toBe('refused');
  });

  it('shows a refused field beside it', async () => {
    answer = () => {
      throw new HostError({ ...refusal, code: 'invalid', fields: [{ path: 'note', message: 'Too long' }] });
    };
    const line = form();
    await act(async () => line.current.change({ note: 'x' }, true));
    expect(line.current.errors).toEqual({ note: 'Too long' });
    expect(line.current.error).toBeNull();
  });

  it('says when an answer lowered the conformity', async () => {
    answer = () => ({ ...DETAIL, item: { ...DETAIL.item, conformity: 'partly' } });
    const line = form();
    await act(async () =>
      line.current.changeItem('a', { answer: 'no', recordSeen: null, seenOn: null, seenOwner: null }, true),
    );
    expect(line.current.lowered).toEqual({ to: 'partly' });
  });

  it('gives an untouched line its record once', async () => {
    answer = () => ({ ...DETAIL, record: 'r-1' });
    const line = form();
    await act(async () => expect(await line.current.ensureRecord()).toBe('r-1'));
    expect(asked.map((call) => call.name)).toEqual(['gap.assess']);
  });
});
