import { describe, expect, it } from 'vitest';
import { decision, KNOWLEDGE } from './__fixtures__/small.ts';
import { siteFrom } from './site.ts';
import { chartOf, eventsOf, tellings } from './timeline.ts';

describe('the timeline', () => {
  const site = siteFrom(KNOWLEDGE);
  const { events, lanes, ticks } = chartOf(eventsOf(site.decisions, site.positions));

  it('holds all words of a day as one event, and each fact', () => {
    expect(events.map(({ kind, date }) => `${kind} ${date}`)).toEqual(['words 2014-06-13', 'fact 2019-05']);
    expect(events[0]).toMatchObject({ positions: { length: 4 } });
  });

  it('puts them to scale on one axis, none at its very end', () => {
    const [lane] = lanes;
    expect(lane?.marks.map(({ x }) => x)).toEqual([lane?.from, lane?.to]);
    expect(lane?.from).toBeCloseTo(100 - (lane?.to ?? 0), 1);
    expect(lane?.from).toBeGreaterThan(5);
    expect(ticks.map(({ year }) => year)).toEqual([2015]);
    expect(ticks[0]?.x).toBeGreaterThan(lane?.from ?? 100);
  });

  it('tells a fact once that several decisions tell in the same words, and words of each decision by themselves', () => {
    const told = events.map((event) => ({ ...event, decision: { ...event.decision, id: 'PREC-00001' } }));
    expect(tellings([...events, ...told]).map((row) => row.map(({ kind }) => kind))).toEqual([
      ['words'],
      ['fact', 'fact'],
      ['words'],
    ]);
  });

  it('is empty where there is nothing to show', () => {
    expect(chartOf(eventsOf([], []))).toEqual({ events: [], lanes: [], ticks: [] });
    const silent = decision('PREC-00001', { positions: [], outcome: { summary: 'None.', facts: [] } });
    expect(chartOf(eventsOf([silent], [])).lanes).toEqual([]);
  });
});
