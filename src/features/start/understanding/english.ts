import type { Meaning } from './meaning.js';

const trouble = ['not', 'never', 'no', 'error', 'problem', 'cannot', 'can’t', 'doesn’t', 'won’t'];

/** The same, for who works in English. */
export const english: readonly Meaning[] = [
  {
    does: 'tell-danger',
    sure: ['suicide', 'suicidal', 'emergency', 'in danger', 'immediate danger', '=danger', '=crisis'],
    near: ['danger', 'abuse', 'violence'],
  },
  {
    does: 'list-my-referrals',
    sure: [
      'my referral',
      'my referrals',
      'our referrals',
      'all referrals',
      'worklist',
      'my pupils',
      'where does … stand',
    ],
    near: ['referred', 'overview', 'withdraw', 'answer'],
  },
  {
    does: 'start-intake',
    sure: ['refer a', 'refer the', 'refer my', 'refer someone', 'refer somebody', 'new referral', 'start a referral'],
    near: ['refer', 'referral', 'pupil', 'student', 'form'],
    unless: trouble,
  },
  {
    does: 'list-services',
    sure: ['the offer', 'which projects', 'which providers', '=offer', '=projects', '=providers', 'what is offered'],
    near: ['offer', 'project', 'projects', 'provider', 'providers', 'initiative', 'initiatives'],
    unless: ['change', 'edit', 'not', 'never'],
  },
  {
    does: 'edit-my-details',
    sure: ['my details', 'my number', 'my phone', 'notifications', 'fewer messages'],
    near: ['number'],
  },
  {
    does: 'list-lines',
    sure: ['help line', 'help lines', 'helpline', 'helplines', 'whom can i call', 'who can i call', 'who can help'],
    near: ['call', 'phone', 'support'],
  },
  {
    does: 'start-signal',
    sure: ['a signal', 'bottleneck', 'good practice'],
    near: ['signal', 'complaint', 'feedback'],
  },
  { does: 'show-waitlist', sure: ['waiting list', 'waiting lists', 'waitlist'], near: ['waiting'] },
  { does: 'show-availability', sure: ['availability', 'we are full'], near: ['full', 'available'] },
  { does: 'list-signals', sure: ['signals', 'bottlenecks'] },
  {
    does: 'list-meetings',
    sure: ['meeting', 'meetings', 'agenda', 'minutes', '=figures', '=statistics'],
    near: ['working', 'figures', 'statistics'],
  },
  { does: 'list-decisions', sure: ['decisions'] },
  { does: 'show-survey', sure: ['survey'] },
  { does: 'link-channel', sure: ['link this channel', 'link the channel', 'link a channel'], near: ['channel'] },
  {
    does: 'tell-privacy',
    sure: ['privacy', 'gdpr', 'personal data', 'confidential', 'who can see', 'who sees', 'who reads'],
    near: ['data', 'erase', 'safe'],
  },
  {
    does: 'tell-stop',
    sure: ['=stop', '=unsubscribe', 'stop sending', 'no more messages', 'withdraw a referral', 'cancel a referral'],
    near: ['unsubscribe', 'cancel', 'withdraw'],
  },
  {
    does: 'tell-about',
    sure: ['=about', 'about this bot', 'who are you', 'what are you', 'are you a', 'what is this', 'which version'],
    near: ['version', 'robot'],
  },
  {
    does: 'say-help',
    sure: ['what can you do', 'what can i do', 'how does', 'how do i', 'help me', 'manual'],
    near: ['question', 'how'],
    yields: true,
  },
  { does: 'say-thanks', sure: ['thank you', 'thanks', 'cheers', '=great', '=perfect', '=okay'], yields: true },
  { does: 'say-hello', sure: ['hello', 'good morning', 'good afternoon', 'good evening', '=dear'], yields: true },
];
