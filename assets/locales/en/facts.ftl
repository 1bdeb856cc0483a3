# Where a customer came from, as the sources call themselves; any other source stands as it is written.
source-alibaba = Alibaba
source-made-in-china = Made-in-China
source-global-sources = Global Sources
source-dhgate = DHgate
source-hubspot = HubSpot
source-linkedin = LinkedIn
source-google = Google
source-facebook = Facebook
source-whatsapp = WhatsApp
source-wechat = WeChat
source-web-site = our web site
source-e-mail = e-mail
source-trade-fair = a trade fair
source-canton-fair = the Canton Fair
source-referral = a referral
source-paste = pasted text
