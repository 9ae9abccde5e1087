# -*- coding: utf-8 -*-
import os
os.chmod("f", 0644)
numbers = 0777L, 10L, 0xFFL, 0, 00, 0L, 1e5, 0o17, 0b1, 0.5
different = 1 <> 2
text = ur"\d+" + Ur'raw' + u"kept" + ur"caf\u00e9\d"
path = "C:\Users\Name" + "\\Users" + '''
\N is not special''' + u"\u00e9" + r"\u" + "\x41"
shown = `1 + 2` + `1, 2`
# after
# -*- coding: utf-8 -*-
import os
os.chmod("f", 0o644)
numbers = 0o777, 10, 0xFF, 0, 00, 0, 1e5, 0o17, 0b1, 0.5
different = 1 != 2
text = r"\d+" + r'raw' + u"kept" + u"caf\u00e9\\d"
path = "C:\\Users\\Name" + "\\Users" + '''
\\N is not special''' + u"\u00e9" + r"\u" + "\x41"
shown = repr(1 + 2) + repr((1, 2))
