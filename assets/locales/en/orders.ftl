# Orders.
card-orders = Orders
card-orders-count = { $n ->
    [one] { $n } order
   *[other] { $n } orders
}
card-orders-last = last { $date }
order-open = open
order-shipped = shipped
order-delivered = delivered
order-cancelled = cancelled
order-returned = returned
form-order = New order of { $name }
form-order-edit = Order of { $name }
form-amount = { $amount } { $currency }
form-amount-needed = What do they pay? An amount, or products with prices.
form-amount-unread = No amount can be read here. Write it as 1,234.50, with USD or € if you like.
form-currency-unread = Write a currency as its code: USD, EUR, CNY.
form-date-needed = When was it ordered?
form-line = { $quantity } × { $product }, { $amount } in all
form-line-how = As in: UV lamp 40W x 200 @ 12.50
form-line-unread = Quantity or price cannot be read. Write: product x quantity @ price
field-number = Order no.
field-ordered-on = Ordered
field-amount = Amount
field-currency = Currency
field-order-status = State
field-shipped-on = Shipped
field-order-line = Product
menu-order-status = What became of this order?
why-no-order = No order here. Go to an order on the card (g c), or press $ for a new one.
cmd-order = New order
cmd-order-about = Write down an order: number, date, amount, products.
cmd-order-status = Order state
cmd-order-status-about = Open, shipped, delivered, cancelled or returned: the order under the cursor.
cmd-delete-order = Remove order
cmd-delete-order-about = Takes the order under the cursor away. Undo brings it back.
op-order-add = Order of { $name }
op-order-edit = Change an order of { $name }
op-order-status = An order of { $name } is { $detail }
op-order-delete = Remove an order of { $name }
op-import-orders = Import { $count ->
    [one] { $count } order
   *[other] { $count } orders
} from { $detail }
table-trade-order = Order
table-order-line = Order line
table-stage-change = Stage change
column-ordered-on = Ordered
column-shipped-on = Shipped
column-product = Product
column-quantity = Quantity
field-order-lines = Products
import-orders = Orders: { $created } new, { $updated } changed, { $unchanged } known already; { $customers ->
    [0] all from known customers
    [one] { $customers } new customer
   *[other] { $customers } new customers
}.
intake-error-no-orders = { $file }: no column tells when or which order. Say it, as in --map date=3 --map customer=1 --map amount=5. Its columns: { $columns }
intake-order-nobody = Nobody is named, and no order number
intake-order-no-head = No order { $number } in these files says who bought
intake-order-no-date = No date
intake-order-date = “{ $text }” is no date
intake-order-number = “{ $text }” is no number
intake-order-currency = “{ $text }” is no currency code
intake-order-currencies = Order { $number } is in several currencies
cli-bad-currency = “{ $text }” is no currency code. Write USD, EUR or CNY.
arg-import-currency = What orders are in where the file does not say
field-rows = Rows are
field-columns = Columns
field-no-header = No header row
rows-auto = find out
rows-customers = customers
rows-orders = orders
rows-mail = mail
form-columns-unread = “{ $text }” is no column. Write field=column, as in date=3 amount=5
form-no-such-field = There is no field { $field }. Try date, amount, customer, number, price, quantity, discount, currency, status, product.
intake-field-order-number = Order no.
intake-field-order-date = Ordered
intake-field-amount = Amount
intake-field-order-total = Order total
intake-field-unit-price = Unit price
intake-field-discount = Discount
intake-field-currency = Currency
intake-field-order-status = State
intake-field-shipped = Shipped
intake-field-product = Product
intake-field-own-id = Tradewind number
intake-field-number = Order no.
intake-field-ordered-on = Ordered
intake-field-order-line = Product
intake-field-order-lines = Products
config-currency = “{ $value }” is no currency code: write USD, EUR or CNY.
config-amount = { $key } wants a number above 0, as a text: "1.085".
orders-counted = { $orders ->
    [1] 1 order
   *[other] { $orders } orders
}
suggest-share-a = { $amount } in { $days } days, { orders-counted }, { $share }% of all: among those most sales come from
suggest-share-b = { $amount } in { $days } days, { orders-counted }, { $share }% of all: the next after the largest
suggest-share-c = { $amount } in { $days } days, { orders-counted }, { $share }% of all: a B buys { $least } at least
suggest-amount = { $amount } in { $days } days, { orders-counted }: at least { $least }
suggest-amount-c = { $amount } in { $days } days, { orders-counted }: a B buys { $least } at least
suggest-growing = Growing: { $late } in { orders-counted } in the last { $days } days; at that pace a B
suggest-nothing-bought = Nothing bought in { $days } days
suggest-never-bought = Never bought, and silent for more than { $days } days
about-stats = What the figures say: segments (rfm), tiers that no longer fit (tiers), the funnel, follow-ups kept, who answers
arg-stats-what = Which figures
arg-stats-as_of = As of this day, as in 2026-12-31; today otherwise
arg-stats-all = Every customer's scores, too
stats-rfm = As of { $date }: { $customers ->
    [1] 1 customer
   *[other] { $customers } customers
}, { orders-counted }, { $revenue }
stats-no-orders = No orders up to { $date }. Bring them in: tradewind import --as orders FILE
stats-currency = Sums are in { $currency }.
stats-converted = { orders-counted } in { $from } converted at { $rate } { $currency } each.
stats-left-out = { orders-counted } in { $from } left out: no rate in [rates] of the configuration.
stats-no-currency = no currency
stats-recency = Recency, days
stats-frequency = Frequency
stats-money = Money
stats-segment = Segment
stats-group = Group
stats-customers = Customers
stats-orders = Orders
stats-revenue = Revenue
stats-tiers = { $count } of { $of } customers are filed under another tier than their orders speak for:
stats-tiers-none = Every tier fits: { $count } customers looked at.
group-rfm-loyal = loyal
group-rfm-active = active
group-rfm-dormant = dormant
group-rfm-lost = lost
segment-champions = Champions
segment-potential-loyalist = Potential Loyalist
segment-loyal-customers = Loyal Customers
segment-promising = Promising
segment-new-customers = New Customers
segment-cant-lose-them = Can't Lose Them
segment-at-risk = At Risk
segment-need-attention = Need Attention
segment-about-to-sleep = About To Sleep
segment-lost = Lost
segment-others = Others
rfm-title = Segments
rfm-as-of = as of { $date }
rfm-currency = in { $currency }
rfm-converted = converted: { $what }
rfm-left-out = left out, no rate: { $what }
rfm-empty = No orders yet, so there is nothing to reckon.
rfm-empty-next = Bring them in with i (a list of orders) or write one down with $ on a customer.
drift-title = Tier drift
drift-left = { $left } to decide, { $of } looked at
drift-none = Every tier fits what the customers buy.
drift-why = Why
why-nothing-to-repeat = Nothing decided here yet to do again.
cmd-segments = Segments
cmd-segments-about = Recency, frequency and money: the ten segments and the four groups, as of today.
cmd-drift = Tier drift
cmd-drift-about = Who is filed under another tier than their orders speak for, and why.
cmd-file-a = Tier A
cmd-file-a-about = File under A and go on.
cmd-file-b = Tier B
cmd-file-b-about = File under B and go on.
cmd-file-c = Tier C
cmd-file-c-about = File under C and go on.
cmd-file-again = Same again
cmd-file-again-about = The last decision once more.
cmd-mark-drifting = Mark
cmd-mark-drifting-about = Mark, to decide about several in one step.
cmd-list-drifting = In the list
cmd-list-drifting-about = All of these in the list.
cmd-file-suggested = As suggested
cmd-file-suggested-about = File under the tier that is suggested and go on; of several that are marked, each under its own.
cmd-show-segment = Its customers
cmd-show-segment-about = The customers of this segment in the list.
life-potential = potential
life-potential-next = win the first order: sample, small MOQ, a clear PI
life-first-purchase = first purchase
life-first-purchase-next = ask how the goods arrived, then offer the refill
life-repeat = repeat
life-repeat-next = offer what goes with it, and terms for a yearly plan
life-loyal = loyal
life-loyal-next = look after them in person; ask for a referral
life-dormant = dormant
life-dormant-next = ask why it went quiet; a win-back offer with an end
life-lost = lost
life-lost-next = one last honest offer, then leave them in peace
cmd-mark-all-drifting = Mark all
cmd-mark-all-drifting-about = Mark all that are not decided, or none: Enter then takes each one's suggestion in one step.
op-file = As suggested: { $count ->
    [one] the tier of { $name }
   *[other] the tiers of { $count } customers
}
hint-file = tier
hint-file-suggested = as suggested
hint-file-again = same again
hint-mark-drifting = mark
hint-mark-all-drifting = mark all
hint-list-drifting = list
hint-show-segment = its customers
drift-tier = Tier
drift-share = Share
drift-last = Last order
drift-amount = Amount
