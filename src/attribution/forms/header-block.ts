import type { Named } from './form.ts';
import { readPerson } from './person.ts';

/** The labels of a quoted header in the languages that mailers speak. */
const FROM =
  /^\*?(?:From|Von|De|Da|Van|Från|Fra|Frá|Lähettäjä|Od|Feladó|Kimden|Gönderen|От|Від|Από|Expéditeur|Remitente|Mittente|Afzender|差出人|发件人|發件人|寄件者|寄件人|보낸 사람|מאת|من)\*?\s?[:：]\*?\s*(\S.*)$/iu;
const OTHER =
  /^\*?(?:Sent|Date|To|Cc|Subject|Reply-To|Gesendet|Datum|An|Kopie|Betreff|Envoyé|Objet|À|A|Enviado(?: el)?|Para|Asunto|Assunto|Enviada em|Data|Fecha|Inviato|Oggetto|Verzonden|Aan|Onderwerp|Skickat|Till|Ämne|Sendt|Til|Emne|Lähetetty|Vastaanottaja|Aihe|Wysłano|Do|Temat|Odesláno|Komu|Předmět|Elküldve|Címzett|Tárgy|Gönderildi|Kime|Konu|Отправлено|Дата|Кому|Тема|送信日時|日時|宛先|件名|发送时间|日期|收件人|主题|寄件日期|收件者|主旨|보낸 날짜|받는 사람|제목)\*?\s?[:：]\*?(?:\s|$)/iu;
/** `-----Original Message-----` and its kin: a rule with words in it, whatever the language. */
const RULE =
  /^(?:[-_]{2,} ?\p{L}[\p{L} .'’]{4,40}\p{L} ?[-_]{2,}|[-_]{20,}|Begin forwarded message:|Anfang der weitergeleiteten Nachricht:|Début du message réexpédié :)$/u;
const RAW_HEADER = /^(?:Message-ID|Received|Return-Path|MIME-Version|X-[\w-]+):/i;
const MOST_LINES = 14;

/** A quoted header: whose mail follows, at the same depth. */
export interface HeaderBlock extends Named {
  /** Lines that it takes up. */
  readonly length: number;
}

/**
 * Reads the header that Outlook and forwarding mailers put above the mail they quote, from its rule or its sender's line.
 * It must name a sender and give one more field below a rule, two without; a pasted raw header is no such block.
 */
export function readHeaderBlock(texts: readonly string[]): HeaderBlock | null {
  const ruled = RULE.test(texts[0]?.trim() ?? '');
  let index = ruled ? 1 : 0;
  if (ruled && texts[index]?.trim() === '') index += 1;
  let sender: string | null = null;
  let fields = 0;
  for (; index < Math.min(texts.length, MOST_LINES); index += 1) {
    const text = texts[index]?.trim() ?? '';
    if (RAW_HEADER.test(text)) return null;
    const from: string | undefined = FROM.exec(text)?.[1];
    if (from !== undefined && sender === null) sender = from;
    else if (OTHER.test(text)) fields += 1;
    else if (sender === null || text === '' || !isFolded(texts, index)) break;
    else if (fields === 0) sender = `${sender} ${text}`;
  }
  if (sender === null || fields < (ruled ? 1 : 2)) return null;
  const person = readPerson(sender.replace(/\[mailto:([^\]]*)\].*$/, '<$1>').replace(/\]On Behalf Of\s*/i, '] '));
  const behalf = /On Behalf Of\s+(.{2,80})$/i.exec(sender)?.[1];
  const name = behalf?.trim() ?? person?.name ?? null;
  return { name, address: behalf === undefined ? (person?.address ?? null) : null, dated: true, length: index };
}

/** One or two lines between two fields that are none themselves belong to the one before them. */
function isFolded(texts: readonly string[], index: number): boolean {
  return [1, 2].some((step) => {
    const next = texts[index + step]?.trim() ?? '';
    return OTHER.test(next) || FROM.test(next);
  });
}
