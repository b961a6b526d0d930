import { describe, expect, it } from 'vitest';
import { readHeaderBlock } from './header-block.ts';
import { HEADER_LANGUAGES } from './header-labels.ts';

const BLOCKS: readonly (readonly [string, readonly string[]])[] = [
  [
    'English',
    [
      '-----Original Message-----',
      'From: Mo Example <mo@example.org>',
      'Sent: Friday, June 13, 2014 10:30 AM',
      'To: x',
      'Subject: y',
    ],
  ],
  [
    'English fwd',
    [
      '-------- Forwarded Message --------',
      'Subject: y',
      'Date: Fri, 13 Jun 2014',
      'From: Mo Example <mo@example.org>',
      'To: x',
    ],
  ],
  [
    'German',
    [
      '-----Ursprüngliche Nachricht-----',
      'Von: Mo Example <mo@example.org>',
      'Gesendet: Freitag, 13. Juni 2014 10:30',
      'An: x',
      'Betreff: y',
    ],
  ],
  [
    'German 2',
    [
      '-------- Original-Nachricht --------',
      'Datum: Fri, 13 Jun 2014',
      'Von: Mo Example <mo@example.org>',
      'An: x',
      'Betreff: y',
    ],
  ],
  [
    'German fwd',
    [
      '---------- Weitergeleitete Nachricht ----------',
      'Von: Mo Example <mo@example.org>',
      'Datum: 13. Juni 2014',
      'Betreff: y',
      'An: x',
    ],
  ],
  [
    'French',
    [
      "-----Message d'origine-----",
      'De : Mo Example <mo@example.org>',
      'Envoyé : vendredi 13 juin 2014 10:30',
      'À : x',
      'Objet : y',
    ],
  ],
  [
    'French fwd',
    [
      '---------- Message transféré ----------',
      'De : Mo Example <mo@example.org>',
      'Date : 13 juin 2014',
      'Objet : y',
      'À : x',
    ],
  ],
  [
    'Spanish',
    [
      '-----Mensaje original-----',
      'De: Mo Example <mo@example.org>',
      'Enviado el: viernes, 13 de junio de 2014 10:30',
      'Para: x',
      'Asunto: y',
    ],
  ],
  [
    'Portuguese',
    [
      '-----Mensagem original-----',
      'De: Mo Example <mo@example.org>',
      'Enviada em: sexta-feira, 13 de junho de 2014',
      'Para: x',
      'Assunto: y',
    ],
  ],
  [
    'Italian',
    [
      '-----Messaggio originale-----',
      'Da: Mo Example <mo@example.org>',
      'Inviato: venerdì 13 giugno 2014',
      'A: x',
      'Oggetto: y',
    ],
  ],
  [
    'Catalan',
    [
      '-----Missatge original-----',
      'De: Mo Example <mo@example.org>',
      'Enviat: divendres, 13 de juny',
      'Per a: x',
      'Assumpte: y',
    ],
  ],
  [
    'Romanian',
    [
      '-----Mesaj original-----',
      'De la: Mo Example <mo@example.org>',
      'Trimis: vineri, 13 iunie 2014',
      'Către: x',
      'Subiect: y',
    ],
  ],
  [
    'Dutch',
    [
      '-----Oorspronkelijk bericht-----',
      'Van: Mo Example <mo@example.org>',
      'Verzonden: vrijdag 13 juni 2014',
      'Aan: x',
      'Onderwerp: y',
    ],
  ],
  [
    'Swedish',
    [
      '-----Ursprungligt meddelande-----',
      'Från: Mo Example <mo@example.org>',
      'Skickat: den 13 juni 2014',
      'Till: x',
      'Ämne: y',
    ],
  ],
  [
    'Norwegian',
    ['-----Opprinnelig melding-----', 'Fra: Mo Example <mo@example.org>', 'Sendt: 13. juni 2014', 'Til: x', 'Emne: y'],
  ],
  [
    'Danish',
    [
      '-----Oprindelig meddelelse-----',
      'Fra: Mo Example <mo@example.org>',
      'Sendt: 13. juni 2014',
      'Til: x',
      'Emne: y',
    ],
  ],
  [
    'Icelandic',
    ['-----Upphaflegt skeyti-----', 'Frá: Mo Example <mo@example.org>', 'Sent: 13. júní 2014', 'Til: x', 'Efni: y'],
  ],
  [
    'Finnish',
    [
      '-----Alkuperäinen viesti-----',
      'Lähettäjä: Mo Example <mo@example.org>',
      'Lähetetty: 13. kesäkuuta 2014',
      'Vastaanottaja: x',
      'Aihe: y',
    ],
  ],
  [
    'Polish',
    [
      '-----Wiadomość oryginalna-----',
      'Od: Mo Example <mo@example.org>',
      'Wysłano: 13 czerwca 2014',
      'Do: x',
      'Temat: y',
    ],
  ],
  [
    'Czech',
    [
      '-----Původní zpráva-----',
      'Od: Mo Example <mo@example.org>',
      'Odesláno: 13. června 2014',
      'Komu: x',
      'Předmět: y',
    ],
  ],
  [
    'Slovak',
    ['-----Pôvodná správa-----', 'Od: Mo Example <mo@example.org>', 'Odoslané: 13. júna 2014', 'Komu: x', 'Predmet: y'],
  ],
  [
    'Croatian',
    ['-----Izvorna poruka-----', 'Od: Mo Example <mo@example.org>', 'Poslano: 13. lipnja 2014', 'Za: x', 'Predmet: y'],
  ],
  [
    'Hungarian',
    [
      '-----Eredeti üzenet-----',
      'Feladó: Mo Example <mo@example.org>',
      'Elküldve: 2014. június 13.',
      'Címzett: x',
      'Tárgy: y',
    ],
  ],
  [
    'Turkish',
    [
      '-----Özgün İleti-----',
      'Kimden: Mo Example <mo@example.org>',
      'Gönderildi: 13 Haziran 2014',
      'Kime: x',
      'Konu: y',
    ],
  ],
  [
    'Greek',
    ['-----Αρχικό μήνυμα-----', 'Από: Mo Example <mo@example.org>', 'Στάλθηκε: 13 Ιουνίου 2014', 'Προς: x', 'Θέμα: y'],
  ],
  [
    'Russian',
    [
      '-----Исходное сообщение-----',
      'От: Mo Example <mo@example.org>',
      'Отправлено: 13 июня 2014',
      'Кому: x',
      'Тема: y',
    ],
  ],
  [
    'Russian fwd',
    [
      '-------- Пересылаемое сообщение --------',
      'От кого: Mo Example <mo@example.org>',
      'Дата: 13 июня 2014',
      'Кому: x',
      'Тема: y',
    ],
  ],
  [
    'Ukrainian',
    [
      '-----Оригінальне повідомлення-----',
      'Від: Mo Example <mo@example.org>',
      'Надіслано: 13 червня 2014',
      'Кому: x',
      'Тема: y',
    ],
  ],
  [
    'Bulgarian',
    [
      '-----Оригинално съобщение-----',
      'От: Mo Example <mo@example.org>',
      'Изпратено: 13 юни 2014',
      'До: x',
      'Относно: y',
    ],
  ],
  [
    'Japanese',
    [
      '-----元のメッセージ-----',
      '差出人: Mo Example <mo@example.org>',
      '送信日時: 2014年6月13日',
      '宛先: x',
      '件名: y',
    ],
  ],
  [
    'Chinese s',
    ['-----原始邮件-----', '发件人: Mo Example <mo@example.org>', '发送时间: 2014年6月13日', '收件人: x', '主题: y'],
  ],
  [
    'Chinese t',
    ['-----原始郵件-----', '寄件者: Mo Example <mo@example.org>', '寄件日期: 2014年6月13日', '收件者: x', '主旨: y'],
  ],
  [
    'Korean',
    [
      '-----원본 메시지-----',
      '보낸 사람: Mo Example <mo@example.org>',
      '보낸 날짜: 2014년 6월 13일',
      '받는 사람: x',
      '제목: y',
    ],
  ],
  ['Hebrew', ['-----הודעה מקורית-----', 'מאת: Mo Example <mo@example.org>', 'נשלח: 13 יוני 2014', 'אל: x', 'נושא: y']],
  [
    'Arabic',
    [
      '-----الرسالة الأصلية-----',
      'من: Mo Example <mo@example.org>',
      'تاريخ الإرسال: 13 يونيو 2014',
      'إلى: x',
      'الموضوع: y',
    ],
  ],
  [
    'Vietnamese',
    ['-----Thư gốc-----', 'Từ: Mo Example <mo@example.org>', 'Đã gửi: 13 Tháng 6 2014', 'Tới: x', 'Chủ đề: y'],
  ],
  [
    'Zimbra',
    [
      '----- Ursprüngliche Mail -----',
      'Von: "Mo Example" <mo@example.org>',
      'An: "x" <x@example.org>',
      'Gesendet: Freitag',
    ],
  ],
  [
    'Lotus',
    ['----- Forwarded by Al Other/Example on 06/13/2014 10:30 AM -----', '', 'From: Mo Example', 'To: x', 'Date: 13'],
  ],
  ['Apple fwd', ['Begin forwarded message:', '', 'From: Mo Example <mo@example.org>', 'Subject: y', 'Date: 13 June']],
];

describe('the header that a mailer puts above a mail quoted whole', () => {
  it.each(BLOCKS)('in %s names its writer and ends where the words begin', (_, lines) => {
    expect(readHeaderBlock([...lines, '', 'words'])).toMatchObject({ name: 'Mo Example', length: lines.length });
  });

  it.each(BLOCKS.filter(([, [, first]]) => first !== ''))('in %s is known without the rule above it', (_, lines) => {
    expect(readHeaderBlock([...lines.slice(1), '', 'words'])).toMatchObject({ name: 'Mo Example' });
  });

  it.each(HEADER_LANGUAGES.map((one) => [one.language, one] as const))(
    'in %s is known by every label and rule of the table',
    (_, language) => {
      for (const rule of language.rules) {
        for (const from of language.from) {
          for (const other of language.others) {
            const lines = [`-----${rule}-----`, `${from}: Mo Example <mo@example.org>`, `${other}: y`];
            expect(readHeaderBlock([...lines, '', 'words']), lines.join(' / ')).toMatchObject({
              name: 'Mo Example',
              length: 3,
            });
          }
        }
        expect(readHeaderBlock([`-----${rule}-----`, '', 'words'])).toMatchObject({ name: null, length: 1 });
      }
    },
  );

  it('is known in thirty languages', () => {
    expect(new Set(HEADER_LANGUAGES.map(({ language }) => language)).size).toBe(30);
  });

  it.each([
    [['-----Results of Friday-----', 'words']],
    [['----- a heading -----', '', 'words']],
    [['Date: soon', 'words']],
  ])('is not made of %j', (lines) => {
    expect(readHeaderBlock(lines)).toBeNull();
  });
});
