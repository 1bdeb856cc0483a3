//! What somebody wrote, without what they quote and what stands below every mail of theirs.

/// A text in two parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// What was written, without quotes and signature.
    pub said: String,
    /// Where in the text the signature begins.
    pub signature: Option<usize>,
}

/// How far a signature may be long.
const SIGNATURE: usize = 14;

/// Takes quotes, the line above them, and the signature away. A text that is nothing else stays whole.
pub fn strip(text: &str) -> Letter {
    let lines: Vec<(usize, &str)> = offsets(text);
    let mut keep: Vec<(usize, &str)> = Vec::with_capacity(lines.len());
    for (at, (offset, line)) in lines.iter().enumerate() {
        let trimmed = line.trim();
        if is_divider(trimmed) || header_block(&lines[at..]) {
            // What is below was written before; but one who only forwards says it all there.
            if keep.iter().any(|(_, line)| !line.trim().is_empty()) {
                break;
            }
        }
        if trimmed.starts_with('>') {
            continue;
        }
        if is_attribution(trimmed, &lines[at + 1..]) {
            continue;
        }
        keep.push((*offset, line));
    }
    let (end, signature) = signature(&keep);
    let said = joined(&keep[..end]);
    if said.is_empty() {
        return Letter { said: text.trim().to_owned(), signature };
    }
    Letter { said, signature }
}

fn offsets(text: &str) -> Vec<(usize, &str)> {
    let start = text.as_ptr() as usize;
    text.lines().map(|line| (line.as_ptr() as usize - start, line)).collect()
}

fn joined(lines: &[(usize, &str)]) -> String {
    let mut out = String::new();
    for (_, line) in lines {
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out.trim_matches('\n').trim_end().to_owned()
}

/// `-----Original Message-----` in the languages of mail programs, or a rule of underscores as Outlook draws it.
pub fn is_divider(line: &str) -> bool {
    const WORDS: [&str; 16] = [
        "original message",
        "forwarded message",
        "ursprüngliche nachricht",
        "originalnachricht",
        "weitergeleitete nachricht",
        "message d'origine",
        "message d’origine",
        "message transféré",
        "mensaje original",
        "mensaje reenviado",
        "mensagem original",
        "messaggio originale",
        "原始邮件",
        "转发邮件",
        "исходное сообщение",
        "الرسالة الأصلية",
    ];
    let dashes = line.starts_with("--") || line.starts_with("__") || line.starts_with("——");
    let lower = line.to_lowercase();
    dashes
        && (line.len() >= 20 && line.chars().all(|c| c == '_')
            || line.len() < 120 && WORDS.iter().any(|word| lower.contains(word)))
}

/// `From: ...` with another header right below: an earlier mail as Outlook shows it.
pub fn header_block(lines: &[(usize, &str)]) -> bool {
    const FROM: [&str; 9] = ["from:", "von:", "de:", "da:", "发件人:", "发件人：", "寄件者:", "от:", "من:"];
    const NEXT: [&str; 24] = [
        "sent:",
        "date:",
        "to:",
        "subject:",
        "gesendet:",
        "datum:",
        "an:",
        "betreff:",
        "envoyé",
        "date :",
        "à :",
        "objet",
        "enviado",
        "fecha",
        "para:",
        "asunto",
        "inviato",
        "发送时间",
        "日期",
        "收件人",
        "主题",
        "отправлено",
        "дата",
        "تاريخ",
    ];
    let Some((_, first)) = lines.first() else { return false };
    let first = clean(first);
    FROM.iter().any(|word| first.starts_with(word))
        && lines[1..].iter().take(3).any(|(_, line)| {
            let line = clean(line);
            NEXT.iter().any(|word| line.starts_with(word))
        })
}

fn clean(line: &str) -> String {
    line.trim().trim_start_matches('*').to_lowercase().replace(" :", ":").replace(":*", ":")
}

/// `On Monday Anna wrote:`, with a quote below.
pub fn is_attribution(line: &str, below: &[(usize, &str)]) -> bool {
    const WROTE: [&str; 14] = [
        "wrote:",
        "writes:",
        "schrieb",
        "a écrit",
        "escribió",
        "escreveu",
        "ha scritto",
        "写道",
        "寫道",
        "пишет",
        "написал",
        "كتب",
        "schreef",
        "yazdı",
    ];
    let end = line.ends_with([':', '：']);
    let lower = line.to_lowercase();
    let quoted =
        below.iter().find(|(_, line)| !line.trim().is_empty()).is_some_and(|(_, next)| next.trim().starts_with('>'));
    end && quoted && (WROTE.iter().any(|word| lower.contains(word)) || line.contains('@'))
}

/// Where what was said ends, and the signature's place.
fn signature(lines: &[(usize, &str)]) -> (usize, Option<usize>) {
    let last = lines.iter().rposition(|(_, line)| !line.trim().is_empty()).map_or(0, |at| at + 1);
    // The standard's mark holds at any distance, ours only near the end.
    if let Some(at) =
        lines[..last].iter().rposition(|(_, line)| matches!(line.trim_end_matches('\r'), "-- " | "--" | "—"))
    {
        return (at, lines.get(at + 1).map(|(offset, _)| *offset));
    }
    let from = last.saturating_sub(SIGNATURE);
    let farewell = (from..last).find(|at| is_farewell(lines[*at].1));
    match farewell {
        // A farewell that opens the mail is no farewell.
        Some(at) if lines[..at].iter().any(|(_, line)| !line.trim().is_empty()) => (at, Some(lines[at].0)),
        _ => (last, None),
    }
}

/// `Best regards,` and its like, alone on a line.
pub fn is_farewell(line: &str) -> bool {
    const EXACT: [&str; 63] = [
        "best",
        "best regards",
        "kind regards",
        "regards",
        "warm regards",
        "warmest regards",
        "with best regards",
        "with kind regards",
        "thanks and regards",
        "thanks & regards",
        "thanks and best regards",
        "many thanks",
        "thanks",
        "thank you",
        "thanks in advance",
        "thank you in advance",
        "sincerely",
        "yours sincerely",
        "yours faithfully",
        "yours truly",
        "cheers",
        "rgds",
        "br",
        "brgds",
        "b.rgds",
        "respectfully",
        "mit freundlichen grüßen",
        "mit freundlichen grüssen",
        "freundliche grüße",
        "freundliche grüsse",
        "beste grüße",
        "viele grüße",
        "mfg",
        "lg",
        "vielen dank",
        "saludos",
        "saludos cordiales",
        "un saludo",
        "un cordial saludo",
        "cordiales saludos",
        "atentamente",
        "atte",
        "muchas gracias",
        "gracias",
        "cordialement",
        "bien cordialement",
        "bien à vous",
        "salutations",
        "merci",
        "merci d'avance",
        "atenciosamente",
        "att",
        "obrigado",
        "obrigada",
        "cordiali saluti",
        "с уважением",
        "此致",
        "此致敬礼",
        "祝好",
        "谢谢",
        "顺祝商祺",
        "مع تحياتي",
        "شكرا",
    ];
    const BEGINS: [&str; 15] = [
        "mit freundlichen",
        "mit besten",
        "with best",
        "best regards",
        "kind regards",
        "veuillez agréer",
        "dans l'attente",
        "sincères salutations",
        "meilleures salutations",
        "con un cordial",
        "с наилучшими",
        "مع أطيب",
        "مع خالص",
        "وتفضلوا",
        "تحياتي",
    ];
    let plain = line.trim().trim_end_matches([',', '.', '!', ';', '，', '。', '！', '،', ' ']).to_lowercase();
    let short = plain.chars().count() <= 48;
    short && (EXACT.contains(&plain.as_str()) || BEGINS.iter().any(|word| plain.starts_with(word)))
}
