/** What mailers of one language write above a mail that they quote whole or forward. */
export interface HeaderLanguage {
  readonly language: string;
  /** The words of the rule above it: `-----Original Message-----`. */
  readonly rules: readonly string[];
  readonly from: readonly string[];
  /** Labels of the other fields: sent, date, to, copy, subject. */
  readonly others: readonly string[];
}

const row = (language: string, rules: string, from: string, others: string): HeaderLanguage => {
  const split = (words: string): string[] => words.split('|');
  return { language, rules: split(rules), from: split(from), others: split(others) };
};

/** Thirty languages, as Outlook, Thunderbird, Zimbra, Gmail and Apple Mail speak them. */
export const HEADER_LANGUAGES: readonly HeaderLanguage[] = [
  row(
    'English',
    'Original Message|Original Email|Original Mail|Forwarded Message|Forwarded mail|Original Appointment|Reply Message',
    'From',
    'Sent|Date|To|Cc|Bcc|Subject|Reply-To|Importance|Attachments|Organization',
  ),
  row(
    'German',
    'Ursprüngliche Nachricht|Ursprüngliche Mail|Original-Nachricht|Originalnachricht|Weitergeleitete Nachricht|Original-E-Mail',
    'Von',
    'Gesendet|Datum|An|Kopie|Betreff',
  ),
  row(
    'French',
    "Message d'origine|Message d’origine|Message original|Message transféré|Mail original|Courriel original",
    'De|Expéditeur',
    'Envoyé|Date|À|A|Cc|Copie|Objet',
  ),
  row(
    'Spanish',
    'Mensaje original|Mensaje reenviado|Mensaje de origen',
    'De|Remitente',
    'Enviado|Enviado el|Fecha|Para|CC|Asunto',
  ),
  row(
    'Portuguese',
    'Mensagem original|Mensagem encaminhada',
    'De|Remetente',
    'Enviado|Enviada|Enviada em|Enviado em|Data|Para|Assunto',
  ),
  row('Catalan', 'Missatge original|Missatge reenviat', 'De', 'Enviat|Enviat el|Data|Per a|A|Assumpte|Tema'),
  row(
    'Italian',
    'Messaggio originale|Messaggio inoltrato|Messaggio Originale',
    'Da|Mittente',
    'Inviato|Data|A|Cc|Oggetto',
  ),
  row(
    'Romanian',
    'Mesaj original|Mesajul original|Mesaj redirecționat',
    'De la|De|Expeditor',
    'Trimis|Trimis la|Data|Către|Subiect',
  ),
  row(
    'Dutch',
    'Oorspronkelijk bericht|Origineel bericht|Doorgestuurd bericht',
    'Van|Afzender',
    'Verzonden|Datum|Aan|CC|Onderwerp',
  ),
  row(
    'Swedish',
    'Ursprungligt meddelande|Originalmeddelande|Vidarebefordrat meddelande',
    'Från',
    'Skickat|Datum|Till|Kopia|Ämne',
  ),
  row('Norwegian', 'Opprinnelig melding|Videresendt melding', 'Fra', 'Sendt|Dato|Til|Kopi|Emne'),
  row('Danish', 'Oprindelig meddelelse|Original meddelelse|Videresendt meddelelse', 'Fra', 'Sendt|Dato|Til|Emne'),
  row('Icelandic', 'Upphaflegt skeyti|Upprunaleg skilaboð', 'Frá', 'Sent|Dagsetning|Til|Efni'),
  row(
    'Finnish',
    'Alkuperäinen viesti|Välitetty viesti|Edelleenlähetetty viesti',
    'Lähettäjä',
    'Lähetetty|Päiväys|Päivämäärä|Vastaanottaja|Kopio|Aihe',
  ),
  row(
    'Polish',
    'Wiadomość oryginalna|Oryginalna wiadomość|Treść przekazanej wiadomości',
    'Od|Nadawca',
    'Wysłano|Wysłane|Data|Do|DW|Temat',
  ),
  row('Czech', 'Původní zpráva|Přeposlaná zpráva|Původní e-mail', 'Od', 'Odesláno|Datum|Komu|Kopie|Předmět'),
  row('Slovak', 'Pôvodná správa|Preposlaná správa', 'Od|Odosielateľ', 'Odoslané|Dátum|Komu|Predmet'),
  row('Croatian', 'Izvorna poruka|Originalna poruka|Proslijeđena poruka', 'Od|Šalje', 'Poslano|Datum|Za|Prima|Predmet'),
  row('Hungarian', 'Eredeti üzenet|Továbbított üzenet', 'Feladó|Küldő', 'Elküldve|Küldve|Dátum|Címzett|Másolat|Tárgy'),
  row(
    'Turkish',
    'Özgün İleti|Orijinal Mesaj|Orijinal İleti|İletilen ileti',
    'Kimden|Gönderen',
    'Gönderildi|Gönderilme Tarihi|Tarih|Kime|Bilgi|Konu',
  ),
  row(
    'Greek',
    'Αρχικό μήνυμα|Προωθημένο μήνυμα',
    'Από|Αποστολέας',
    'Στάλθηκε|Εστάλη|Ημερομηνία|Ημερ/νία|Προς|Κοιν|Θέμα',
  ),
  row(
    'Russian',
    'Исходное сообщение|Пересылаемое сообщение|Пересланное сообщение|Оригинальное сообщение',
    'От|От кого',
    'Отправлено|Дата|Кому|Копия|Тема',
  ),
  row(
    'Ukrainian',
    'Оригінальне повідомлення|Вихідне повідомлення|Переслане повідомлення',
    'Від|Від кого',
    'Надіслано|Відправлено|Дата|Кому|Копія|Тема',
  ),
  row('Bulgarian', 'Оригинално съобщение|Препратено съобщение', 'От', 'Изпратено|Дата|До|Относно'),
  row(
    'Japanese',
    '元のメッセージ|転送メッセージ|元のメール|Forwarded by',
    '差出人|送信者|From',
    '送信日時|日時|日付|宛先|件名',
  ),
  row(
    'Chinese',
    '原始邮件|原始郵件|原郵件|转发邮件|轉寄郵件|转发的邮件|原始信件',
    '发件人|發件人|寄件者|寄件人',
    '发送时间|发送日期|發送時間|日期|寄件日期|收件人|收件者|抄送|副本|主题|主題|主旨',
  ),
  row(
    'Korean',
    '원본 메시지|원본 메일|전달된 메시지',
    '보낸 사람|보낸사람',
    '보낸 날짜|날짜|받는 사람|받는사람|참조|제목',
  ),
  row('Hebrew', 'הודעה מקורית|הודעה שהועברה', 'מאת', 'נשלח|תאריך|אל|עותק|נושא'),
  row('Arabic', 'الرسالة الأصلية|رسالة موجهة', 'من', 'تاريخ الإرسال|أرسلت|التاريخ|إلى|نسخة|الموضوع'),
  row('Vietnamese', 'Thư gốc|Tin nhắn gốc|Thư được chuyển tiếp', 'Từ|Người gửi', 'Đã gửi|Gửi|Ngày|Tới|Đến|Chủ đề'),
];

const ASCII = /^[ -~]*$/;
const fold = (words: string): string => (ASCII.test(words) ? words : words.normalize('NFC')).toLowerCase();

const FROM = new Set(HEADER_LANGUAGES.flatMap(({ from }) => from.map(fold)));
const OTHERS = new Set(HEADER_LANGUAGES.flatMap(({ others }) => others.map(fold)));
const RULES = new Set(HEADER_LANGUAGES.flatMap(({ rules }) => rules.map(fold)));
const FIELD = /^\*?([\p{L}\p{M}][\p{L}\p{M} ./'’-]{0,24}?)\s?\*?\s?[:：]\*?(?:\s+(.*))?$/u;

/** A field of a quoted header, in any of the languages. */
export interface HeaderField {
  readonly kind: 'from' | 'other';
  readonly value: string;
}

/** Reads `From: X` and its kin. @example readField('Gesendet: Freitag') → { kind: 'other', value: 'Freitag' } */
export function readField(text: string): HeaderField | null {
  const match = FIELD.exec(text);
  const label = match?.[1];
  if (label === undefined) return null;
  const folded = fold(label);
  const value = match?.[2]?.trim() ?? '';
  // Where a label means both (`Da` and `De` do not), the first that names somebody counts.
  if (FROM.has(folded) && value !== '') return { kind: 'from', value };
  return OTHERS.has(folded) ? { kind: 'other', value } : null;
}

/** Tells whether the words between dashes are those above a quoted mail. @example isRuleFor('Original Message') → true */
export function isRuleFor(words: string): boolean {
  return RULES.has(fold(words.trim()));
}
