# flags: siblings=helpers
import helpers
from helpers import f
if __name__ == "__main__":
    print helpers
# after
import helpers
from helpers import f
if __name__ == "__main__":
    print(helpers)
# findings
# 1 py2.sibling-import
# 2 py2.sibling-import
