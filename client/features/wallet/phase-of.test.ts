import { describe, expect, it } from 'vitest'
import type { ProgrammeView, WalletView } from '#contract/resident'
import type { HomeState } from '../../cloud/home'
import { noticeOf, walletScreen } from './phase-of'

const programme: ProgrammeView = { name: '神木', phase: 'running', opensAt: 0, closesAt: 1, faceFen: 4_000, demo: true }
const wallet: WalletView = { walletNo: '1', relation: 'self', name: '*秀兰', frozen: false, issued: true, usableCount: 0, usableFen: 0, vouchers: [] }
const state = (home: HomeState['home'], trouble: string | null = null): HomeState => ({ home, trouble, at: 0, loading: false })
const bound = (phase: ProgrammeView['phase']): HomeState['home'] => ({ kind: 'bound', version: 'v', programme: { ...programme, phase }, wallets: [wallet] })

describe('which screen it is', () => {
  it('nothing known yet', () => expect(walletScreen(state(null), undefined)).toEqual({ kind: 'loading' }))
  it('nothing known and no network', () => expect(walletScreen(state(null, 'OFFLINE'), undefined)).toEqual({ kind: 'nothing', why: 'offline' }))
  it('not bound', () => expect(walletScreen(state({ kind: 'not-bound', programme, vouchedBy: null, pendingCase: null }), undefined).kind).toBe('not-bound'))
  it('a case lies at the desk', () =>
    expect(walletScreen(state({ kind: 'not-bound', programme, vouchedBy: null, pendingCase: { caseNo: 'A1', since: 5 } }), undefined)).toEqual({ kind: 'pending', caseNo: 'A1', since: 5 }))
  it('bound, not issued', () => expect(walletScreen(state(bound('running')), { ...wallet, issued: false }).kind).toBe('not-issued'))
  it('issued before the programme begins', () => expect(walletScreen(state(bound('before')), wallet).kind).toBe('before'))
  it('ended', () => expect(walletScreen(state(bound('after')), { ...wallet, issued: false }).kind).toBe('after'))
  it('paused: the vouchers are still there', () => expect(walletScreen(state(bound('paused')), wallet).kind).toBe('vouchers'))
  it('a refresh that failed does not take the vouchers away', () => expect(walletScreen(state(bound('running'), 'OFFLINE'), wallet).kind).toBe('vouchers'))
})

describe('the one line', () => {
  const usual = { trouble: null, online: true, frozen: false, paused: false }
  it('is not there as a rule', () => expect(noticeOf(usual)).toBeNull())
  it('says first that there is no network', () => expect(noticeOf({ ...usual, online: false, frozen: true })?.kind).toBe('offline'))
  it('says when to come back', () => expect(noticeOf({ ...usual, trouble: 'SYSTEM_BUSY' })?.text).toContain('20 秒'))
  it('shows a frozen wallet', () => expect(noticeOf({ ...usual, frozen: true })?.kind).toBe('frozen'))
})
