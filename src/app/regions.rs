//! Where things are on the screen: computed once, for drawing and for the mouse.

use super::Pane;

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    pub x: u16,
    pub y: u16,
    pub width: u16,
    pub height: u16,
}

impl Area {
    const fn new(x: u16, y: u16, width: u16, height: u16) -> Self {
        Self { x, y, width, height }
    }

    /// Whether a cell lies inside.
    pub const fn holds(self, column: u16, row: u16) -> bool {
        column >= self.x && column < self.x + self.width && row >= self.y && row < self.y + self.height
    }

    /// Without its border.
    pub const fn inner(self) -> Self {
        Self {
            x: self.x + 1,
            y: self.y + 1,
            width: self.width.saturating_sub(2),
            height: self.height.saturating_sub(2),
        }
    }
}

/// The smallest terminal that the board is drawn on.
pub const SMALLEST: (u16, u16) = (60, 16);
/// Columns from which all panes stand side by side.
const WIDE: u16 = 100;

/// The screen, divided. A pane without an area is reached with Tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Regions {
    pub header: Area,
    pub hints: Area,
    pub views: Option<Area>,
    pub list: Option<Area>,
    pub card: Option<Area>,
    pub month: Option<Area>,
    pub agenda: Option<Area>,
}

impl Regions {
    /// Divides a terminal of that size; `focus` decides what a narrow one shows. `None`: too small.
    pub fn of((width, height): (u16, u16), focus: Pane) -> Option<Self> {
        if width < SMALLEST.0 || height < SMALLEST.1 {
            return None;
        }
        let frame =
            Self { header: Area::new(0, 0, width, 1), hints: Area::new(0, height - 1, width, 1), ..Self::default() };
        let body = Area::new(0, 1, width, height - 2);
        Some(if width >= WIDE { frame.wide(body) } else { frame.narrow(body, focus) })
    }

    fn wide(self, body: Area) -> Self {
        let views = if body.width >= 160 { 26 } else { 20 };
        let card = (body.width * 3 / 10).clamp(34, 62);
        let middle = body.width - views - card;
        // Border, weekday names, six weeks; a roomy terminal gives the agenda more.
        let calendar = if body.height >= 40 { 15 } else { 9.min(body.height / 2) };
        let month = (middle / 2).clamp(26, 44);
        let list = body.height - calendar;
        Self {
            views: Some(Area::new(0, body.y, views, body.height)),
            list: Some(Area::new(views, body.y, middle, list)),
            month: Some(Area::new(views, body.y + list, month, calendar)),
            agenda: Some(Area::new(views + month, body.y + list, middle - month, calendar)),
            card: Some(Area::new(views + middle, body.y, card, body.height)),
            ..self
        }
    }

    /// The list to the left; to the right the card, or what has the focus.
    fn narrow(self, body: Area, focus: Pane) -> Self {
        let right = (body.width * 2 / 5).clamp(28, 40);
        let left = body.width - right;
        let side = Area::new(left, body.y, right, body.height);
        let framed = Self { list: Some(Area::new(0, body.y, left, body.height)), ..self };
        match focus {
            Pane::List | Pane::Card => Self { card: Some(side), ..framed },
            Pane::Views => Self { views: Some(side), ..framed },
            Pane::Month | Pane::Agenda => {
                let month = 9.min(body.height / 2 + 1);
                Self {
                    month: Some(Area { height: month, ..side }),
                    agenda: Some(Area { y: side.y + month, height: side.height - month, ..side }),
                    ..framed
                }
            }
        }
    }

    /// A pane's area.
    pub const fn of_pane(&self, pane: Pane) -> Option<Area> {
        match pane {
            Pane::Views => self.views,
            Pane::List => self.list,
            Pane::Card => self.card,
            Pane::Month => self.month,
            Pane::Agenda => self.agenda,
        }
    }

    /// The pane at a cell.
    pub fn pane_at(&self, column: u16, row: u16) -> Option<Pane> {
        Pane::ALL.into_iter().find(|pane| self.of_pane(*pane).is_some_and(|area| area.holds(column, row)))
    }
}
