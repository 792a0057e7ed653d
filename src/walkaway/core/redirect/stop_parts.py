"""No text in; which part a word or phrase can play in asking for no more contact, out. A word plays one part only.

Where a word could play two, it stands under the first, so the order of the parts counts.
"""

from __future__ import annotations

import re

_TABLE = """
NOT: not, under no circumstances, never, no longer, nor
DO: do, does, did
HAS: is, are, was, were, been, being, am, have, has, had, having, get, getting, receive, receiving
BE: be
MODAL: can, could, will, would, should, must, may, might, shall, need to, have to, has to, ought to, are to, had
    better
I: i
WE: we, you and i
LETS: lets
YOU: you, yourself, each other, one another
YOUR: your, yours
ME: me, us
MY: my, our
THIS: this, that, these, those, it, what
SHE: he, she, they, who, someone, somebody, everyone, everybody, people
NOBODY: nobody, no one
HESITATE: not mean, hesitate, afraid, shy, worry
HER: her, him, them
KIN: family, wife, husband, kids, kid, children, child, daughter, son, mother, mum, mom, father, dad, parents,
    sister, brother, boyfriend, girlfriend, friend, friends, client, clients, customers, members, buyers, partner,
    partners, colleagues, manager, managers, landlord, tenants, suppliers, assistant, employees, staff, team, boss,
    roommate, neighbours, neighbors, relatives, ex, grandmother, grandma, granny, gran, grandfather, grandpa,
    grandparents, uncle, aunt, auntie, cousin, cousins, nephew, niece, in-laws, fiance, fiancé, fiancee, spouse,
    housemate, flatmate, secretary, coworkers, co-workers, patients, students, volunteers, donors, investors,
    associates, board, receptionist, guests, references, therapist, bosses, sons, daughters, brothers, sisters,
    siblings, stepmother, stepfather, mama, papa, crew, residents
PLACE: house, home, flat, apartment, work, job, office, school, workplace, firm, business, organisation,
    organization, company, department, reception, door, step, doorstep, bell, doorbell, place, property, premises,
    street, ward, desk, life, fund, agency, car, window, gym, church, shop, store, studio, practice, clinic,
    building, gate, garden, yard, club, university, campus, household, reception desk, front desk, headquarters,
    branch, branches
LINE: page, number, numbers, line, inbox, mailbox, address, cell, mobile, dms, mentions, profile, details, data, info,
    information, contacts, records, name, cv, resume, account, contact details, email address, contact information
OLD: old, last, previous, wrong, other, second, photo, pic, draft, order
ANYONE: anyone, anybody, any one
HERE: here
STOP: stop, quit, cease, desist, refrain, discontinue, halt, abstain, avoid, give up, knock off, desist from, refrain
    from, abstain from, cease and desist from, enough with, enough of, cut out, keep from, stop it with, stop all
    this, stop all that
CONTACT: contact, communication, communications, correspondence, outreach, interaction, ties
EMAIL: email, mail, phone
REACHES: text, message, call, ring, dm, pm, whatsapp, ping, snap, facetime, write, reach out, get in touch, get in
    contact, check in, hit up, hit me up, make contact, seek contact, reach, contact, get hold of, get a hold of,
    reconnect, get back in touch, video call, drop a line, write to
TALK: talk, speak, chat, communicate, correspond, interact, engage
INTOUCH: be in touch, be in contact, stay in touch, stay in contact, keep in touch, keep in contact, remain in
    contact, have contact
HARM: blow up, slide into, slide in, approach, bother, bug, hassle, stalk, hound, harass, pester, disturb, spam,
    solicit, pitch, cold call, follow
COME: come, show your face, visit, knock, return, come back, come by, come over, come around, come round, come near,
    show up, turn up, drop by, go near
REPLY: reply, respond, answer, follow up, write back, message back, text back, get back, write me back, text me
    back, message me back, call me back, call back, ring back
SEEK: look for, search for, find, track, come looking for, wait for, see, come find, come after, look me up, look
    up, come looking
SEND: send, forward, copy
LEAD: dare, dare to, try to, try and, attempt to, continue to, go on, bother to, come and, mind, expect to, seek to,
    presume to, keep, ever try to, presume, directly or indirectly, otherwise
TOUCHING: contacting, texting, messaging, calling, phoning, ringing, emailing, dming, pming, mailing, hitting me up,
    whatsapping, pinging, snapping, writing, reaching out, getting in touch, hitting up, making contact, reaching,
    trying to reach, trying to contact, trying to call, trying to message, trying to text, trying to see, trying to
    get in touch, facetiming, cold-calling, following up, trying to get back in touch, trying to reconnect, trying
    to get hold of, trying to find, trying to win, getting back in touch, getting hold of, reconnecting, tagging,
    attempting to contact, attempting to reach
TALKING: talking, speaking, chatting, communicating, corresponding, interacting, trying to talk, trying to speak,
    being in touch
HARMING: hitting, sliding into, sliding in, blowing up, flooding, clogging, filling up, approaching, bothering,
    bugging, hassling, stalking, hounding, harassing, pestering, disturbing, spamming, chasing, soliciting,
    pitching, following, looking for, asking about, waiting for, checking up on, checking in on, visiting, hitting
    on, spying on, watching, keeping tabs on
COMING: coming by, coming over, coming round, coming around, coming here, coming to, coming near, showing up, turning
    up, driving past, driving by, walking past, waiting outside, hanging around, sitting outside, standing outside,
    knocking
TRYING: trying
SENDING: sending, forwarding, leaving
NEWS: offers, mail, promotional mail, messages, texts, calls, emails, mails, letters, dms, visits, follow-ups,
    voicemails, pitches, mailings, phone calls, attempt, attempts, voice notes, check-ins, gifts, flowers, notes,
    newsletter, newsletters, marketing, promotions, spam, approaches, proposals, requests, presents, pictures,
    letter, voicemail, brochures, ads, alerts, links, anything, word, decks, deck, quotes, quote, samples,
    catalogues, catalogs, invitations, invites, reminders, candidates, cvs, job offers, job ads, job alerts, text
    messages, voice messages, sms, friend requests, friend request, solicitations, enquiries, inquiries, demos,
    cards, postcards, mailers, flyers, leaflets, promo, voice mails
TOUCHED: reached, contacted, called, messaged, emailed, texted, approached, bothered, disturbed, phoned, written to,
    pitched
MORE: more, further, future, additional, another, one more, any other, a single, continued, next, else
ANYMORE: any_more, any longer
ALL: any, all, such, every, each, whatever, whichever
ARTICLE: the, a, an, some, sales, cold, constant, daily, late, night, form of, kind of, forms of, attempts at,
    unsolicited, promotional, written, oral, direct, phone or
NO: no, zero, without
NOCONTACT: no-contact, zero contact, gone no contact, going no contact, go no contact, silence between us
AGAIN: again, under any circumstances, for whatever reason, in any capacity, with immediate effect, without end,
    ever again, for good, in future, in the future, henceforth, forever, from now on, from here on, from here on
    out, at all, going forward, in any way, whatsoever, from now, from today, from today on, in any form, in any
    manner, by any means, for any reason, for any purpose, once and for all, never again, of any kind, everywhere,
    on everything, from here, after this, after today, from this day on, from this point on, whether in person, or
    ever, evermore, for all time, indefinitely, in any shape or form, from this moment, from this moment on, as of
    now, as of today, effective immediately, for the rest of my life
EVER: ever
PLEASE: please, be so kind as to, so kind as to, be so kind and, do me a favour and, do me a favor and, kindly
ADV: just, simply, really, honestly, seriously, maybe, also, now, already, immediately, directly, even, actually,
    both, either, so, only, entirely, completely, altogether, ok, okay, right now, perhaps, ever so, hereby,
    permanently, formally, respectfully, still, as well, absolutely
THANKS: omg, thanks, thank you, cheers, bye, goodbye, fr, tf, kthx, thx, weirdo, creep, jerk, idiot, loser, dude, man,
    asap, guys, the hell, the fuck, period, i mean it, im serious, full stop
NAME: bro, mate, buddy, babe
WANT: willing, want, wish, like, care, desire, need, intend, interested, prefer, rather, consent, agree, love, wishes,
    wants, needs, prefers, plan, interest, accept, respect, honour, wishing, grateful, glad, tolerate, authorise,
    authorize, permit, allow
TOLD: asked, told, asks, tells, begged, warned, informed, advised
DEMAND: ask, request, tell, insist, demand, require, instruct, urge, beg, order, warn, asking, requesting, telling,
    instructing, begging, requests, demands, insists, requires, decided, choose, chosen, choosing, requested,
    instructed, thank, put on notice, take notice, help, ensure, it is time, high time, promise me, swear, clear, make
    sure, appreciate, be grateful, best, better, hope, expect, wanted
HEAR: hear, hearing, see or hear, hear or see
SAID: said, goes, sings, shouts, says, say, saying, thought, meant, wrote, think
BY: by, via, over, as
INF: to
FROM: from, of
NEAR: with, at, on, near, in, for, between, towards, past, around
ABOUT: in regard to, with regard to, relating to, about, regarding, concerning
AND: and, or, but, then, &, /, COMMA
LEAVE: leave, let, leaving
ALONE: alone, in peace
LEFT: left alone, left in peace
AWAY: stay away, keep away, get away, stay far away, stay well away, keep well away, stay clear, steer clear, keep
    off, stay off, stay out, keep out, get out, stay the hell away, stay the fuck away, get the hell out, back off
GO: keep your distance, go away, get lost, fuck off, piss off, sod off, bugger off, fck off
DELETE: delete, erase, lose, forget, wipe, scrub, remove, take, strike, drop, scratch, cross, exclude, purge
REMOVED: removed, deleted, taken, unsubscribed, dropped, erased
OFF: off, off of, out of, from
LIST: list, lists, database, books, mailing, newsletter, crm, updates, alerts, system, records, distribution,
    sequence, campaign, campaigns, subscription, mailing list
UNSUBSCRIBE: how do i get off, how can i get off, how do i unsubscribe, unsubscribe, opt out, opt-out, optout
OPT: opt
BLOCK: block, blocked, blocking
CONSIDER: consider
SORRY: sorry i, sorry that i, regret, sorry for
LAW: attorney, my attorney, my lawyer, police, cops, reported, reporting, harassment, restraining, injunction,
    court, legal, lawyer, solicitor, attorney, charges, claims, hr, breach, sue, complaint, authorities, report you,
    report it, block you, counsel, evidence, lawyers, protective order, protection order, court order, injunctions,
    solicitors, attorneys
IF: if, when, whether
WHY: why, how come
FORBID: forbid, forbidden, prohibit, prohibited, barred, banned
ALLOWED: allowed, welcome, permitted, authorised, authorized, permission, right, wanted, appreciated
UNWELCOME: unwelcome, unwanted, off limits, undesired
REVOKE: withdraw, revoke, withdrawing, revoking, rescind, cancel
STOPPED: stopped, ceased, quitted
USE: use, using
DESIST: cease and desist
ENDING: ending, cutting off, cutting, cut off, ended
ENDS: end, ends, stops, ceases, is over, must cease, finished
DONE: done, finished, through
NOTHING: nothing
LASTONE: last message, last time, last reply, final reply, final message, last email, last text, last contact, last
    conversation, last exchange, final contact, final conversation, last call, last letter, last mail, final email,
    final text, last word
LIMIT: before, until, unless, after, while, during, except, tonight, today, tomorrow, yet, late, early, till, monday,
    tuesday, wednesday, thursday, friday, saturday, sunday, weekends, weekend, mornings, midnight, noon, instead, for
    now, so late, so early, so much, this week, this month, this morning, this evening, this afternoon, next week,
    first, for a, like that, just yet, that often, so often, without asking, outside, too late, in the morning, in the
    mornings, at night, for the moment, for an, in the meantime
WHOSE: his, their, whose
"""


def _parts(table: str) -> dict[str, tuple[str, ...]]:
    """The table as data. A line that starts with a space goes on with the one above; COMMA is the sign itself."""
    entries = (entry.split(":", 1) for entry in re.sub(r"\n +", " ", table.strip()).split("\n"))
    return {name: tuple(words.strip().replace("COMMA", ",").split(", ")) for name, words in entries}


OTHER = "\ue000"
"""The part of every word that is not in the table."""
_WORDS_OF = _parts(_TABLE)
PART = {name: chr(0xE001 + k) for k, name in enumerate(_WORDS_OF)}
"""One character a part, out of Unicode's private use area, so that no pattern takes one for a sign of its own."""
PART_OF = {word: PART[name] for name, words in reversed(_WORDS_OF.items()) for word in words}
VOCABULARY = frozenset(word for phrase in PART_OF for word in phrase.split())
LONGEST = max(len(phrase.split()) for phrase in PART_OF)
