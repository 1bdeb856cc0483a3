//! The terminal: taken over, and always given back usable.

use crate::app::App;
use crate::ui;
use anyhow::{Context, Result};
use crossterm::{
    cursor::Show,
    event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture},
    execute,
    terminal::{Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode, size},
};
use ratatui::{TerminalOptions, Viewport, backend::CrosstermBackend, layout::Rect};
use std::io::{self, BufWriter, Stdout, Write};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the terminal is ours: what a panic and an early end have to give back.
static TAKEN: AtomicBool = AtomicBool::new(false);

type Screen = ratatui::Terminal<CrosstermBackend<BufWriter<Stdout>>>;

/// The screen.
pub struct Terminal {
    inner: Screen,
}

impl Terminal {
    /// Takes the terminal over. From here on a panic gives it back before it says anything.
    pub fn enter() -> Result<Self> {
        hook_panics();
        take()?;
        Ok(Self { inner: blank()? })
    }

    /// Columns, rows.
    pub fn size(&mut self) -> (u16, u16) {
        let area = self.inner.get_frame().area();
        (area.width, area.height)
    }

    /// Draws the app as it is.
    pub fn draw(&mut self, app: &App) -> Result<()> {
        self.inner.draw(|frame| ui::draw(frame, app)).context("writing to the terminal")?;
        Ok(())
    }

    /// Takes the terminal's size anew and draws every cell with the next frame.
    pub fn redraw(&mut self) -> Result<()> {
        execute!(self.inner.backend_mut(), Clear(ClearType::All)).context("writing to the terminal")?;
        self.inner = blank()?;
        Ok(())
    }

    /// Writes bytes that are no cells: the clipboard's sequence.
    pub fn send(&mut self, command: impl crossterm::Command) -> Result<()> {
        execute!(self.inner.backend_mut(), command).context("writing to the terminal")
    }

    /// Gives the terminal back.
    pub fn leave(&mut self) {
        give_back();
    }

    /// Gives the terminal back, stops the process, and takes it over again when the process goes on.
    pub fn suspend(&mut self) -> Result<()> {
        give_back();
        #[cfg(unix)]
        signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)
            .context("stopping the program")?;
        self.restore()
    }

    /// Takes the terminal over again and draws everything.
    pub fn restore(&mut self) -> Result<()> {
        take()?;
        self.redraw()
    }
}

/// A screen of the terminal's present size with nothing on it. Its size is fixed: a screen that follows the terminal by
/// itself asks it for the cursor's place, and the answer would go to the thread that reads keys.
fn blank() -> Result<Screen> {
    let (width, height) = size().context("the terminal does not say its size")?;
    let backend = CrosstermBackend::new(BufWriter::with_capacity(1 << 16, io::stdout()));
    let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
    ratatui::Terminal::with_options(backend, TerminalOptions { viewport }).context("the terminal does not answer")
}

impl Drop for Terminal {
    fn drop(&mut self) {
        give_back();
    }
}

fn take() -> Result<()> {
    enable_raw_mode().context("this is no terminal")?;
    TAKEN.store(true, Ordering::SeqCst);
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, EnableMouseCapture)
        .context("writing to the terminal")
}

/// Undoes [`take`] once. The terminal may be gone already: then there is nobody left to tell.
fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let screen = execute!(io::stdout(), DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen, Show);
    let mode = disable_raw_mode();
    drop((screen, mode, io::stdout().flush()));
}

/// A panic gives the terminal back and says where it was, never what it was about: that may be a customer's.
#[allow(clippy::print_stderr)]
fn hook_panics() {
    panic::set_hook(Box::new(|info| {
        // A file that breaks its reader costs its own import: that thread answers for itself.
        if std::thread::current().name() == Some(super::jobs::READING) {
            return;
        }
        give_back();
        let place = info.location().map_or_else(String::new, |at| format!(" at {}:{}", at.file(), at.line()));
        eprintln!(
            "tradewind stopped because of a fault of its own{place}. Every change it acknowledged is in the file."
        );
    }));
}
