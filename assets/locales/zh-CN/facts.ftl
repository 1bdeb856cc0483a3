# 客户来源：各家自己的名称；其余照原样显示。
source-alibaba = 阿里巴巴
source-made-in-china = 中国制造网
source-global-sources = 环球资源
source-dhgate = 敦煌网
source-hubspot = HubSpot
source-linkedin = 领英
source-google = 谷歌
source-facebook = Facebook
source-whatsapp = WhatsApp
source-wechat = 微信
source-web-site = 自有网站
source-e-mail = 邮件
source-trade-fair = 展会
source-canton-fair = 广交会
source-referral = 老客户介绍
source-paste = 粘贴内容
