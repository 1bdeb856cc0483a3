//! `tradewind add`: a new customer.

use super::{Context, Done, Fault, filter};
use crate::domain::{ChannelDraft, Country, CustomerFields, Dossier, Edit, Say};
use crate::outlet::json::CustomerJson;
use crate::reference::validate;
use crate::store::Store;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(long, value_name = "N")]
    name: String,
    #[arg(long, value_name = "C")]
    company: Option<String>,
    #[arg(long, value_name = "CC")]
    country: Option<String>,
    #[arg(long, value_name = "T")]
    tier: Option<String>,
    #[arg(long, value_name = "KIND=HANDLE")]
    channel: Vec<String>,
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args, context: &Context) -> Done {
    let name = args.name.trim();
    if name.is_empty() {
        return Err(Fault::Usage(Say::new("cli-add-no-name")));
    }
    let country = args.country.as_deref().map(filter::country).transpose()?;
    let tier = args.tier.as_deref().map(filter::tier).transpose()?.unwrap_or_default();
    let mut channels = Vec::with_capacity(args.channel.len());
    for text in &args.channel {
        let channel = channel(text, country, channels.is_empty(), context)?;
        channels.push(channel);
    }
    let company = args.company.as_deref().unwrap_or_default().trim().into();
    let fields = CustomerFields { name: name.into(), company, country, tier, ..CustomerFields::default() };
    let mut store = context.open_or_make()?;
    for channel in &channels {
        note_others(channel, &store, context)?;
    }
    let edit = Edit::Save(Box::new(Dossier { fields, channels, ..Dossier::default() }));
    let changes = store.commit(&edit, &context.now())?;
    context.changed(&store);
    let added = changes.customers.into_iter().filter_map(|(_, bundle)| bundle).max_by_key(|bundle| bundle.customer.id);
    let Some(added) = added else { return Ok(()) };
    if args.json {
        return context.out.json(&CustomerJson::new(&added, &context.now()));
    }
    let say = Say::new("cli-added").with("name", &*added.customer.name).with("id", added.customer.id.to_string());
    context.say(&say)
}

/// `KIND=HANDLE`. What cannot be read as such a handle is kept as it was written.
fn channel(text: &str, country: Option<Country>, primary: bool, context: &Context) -> Result<ChannelDraft, Fault> {
    let (kind, handle) = text
        .split_once('=')
        .filter(|(_, handle)| !handle.trim().is_empty())
        .ok_or_else(|| Fault::Usage(Say::new("cli-bad-channel").with("text", text)))?;
    let kind = filter::kind(kind)?;
    let handle = handle.trim();
    let norm = validate(kind, handle, country).unwrap_or_else(|why| {
        context.note(&why);
        String::new()
    });
    Ok(ChannelDraft {
        id: None,
        contact: None,
        kind,
        handle: handle.into(),
        norm: norm.into(),
        primary,
        emergency: false,
    })
}

/// Says who has the handle already: perhaps the newcomer is none.
fn note_others(channel: &ChannelDraft, store: &Store, context: &Context) -> Done {
    for id in store.find_norm(&channel.norm)? {
        if let Some(other) = store.bundle(id)? {
            let say = Say::new("cli-add-known")
                .with("handle", &*channel.handle)
                .with("name", &*other.customer.name)
                .with("id", id.to_string());
            context.note(&say);
        }
    }
    Ok(())
}
